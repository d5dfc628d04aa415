"""People write in many scripts: each is shaped, printed in a font that ships, and comes back as it was written."""

import pikepdf
import pytest
from pdf_checkers import faults
from printing import document, gated, paragraphs, printed, read_back

from frhearing.report.document import Paragraph
from frhearing.report.pdf import write_pdf
from frhearing.report.text import REPLACEMENT

SENTENCES = {
    "NotoSansBengali": "আমি এই প্রস্তাব সমর্থন করি কারণ এটি আমাদের এলাকা নিরাপদ করবে।",
    "NotoSansGujarati": "હું આ દરખાસ્તને ટેકો આપું છું.",
    "NotoSansGurmukhi": "ਮੈਂ ਇਸ ਪ੍ਰਸਤਾਵ ਦਾ ਸਮਰਥਨ ਕਰਦਾ ਹਾਂ।",
    "NotoSansKannada": "ನಾನು ಈ ಪ್ರಸ್ತಾವನೆಯನ್ನು ಬೆಂಬಲಿಸುತ್ತೇನೆ.",
    "NotoSansMalayalam": "ഞാൻ ഈ നിർദ്ദേശത്തെ പിന്തുണയ്ക്കുന്നു.",
    "NotoSansOriya": "ମୁଁ ଏହି ପ୍ରସ୍ତାବକୁ ସମର୍ଥନ କରେ।",
    "NotoSansSinhala": "මම මෙම යෝජනාවට සහාය දෙමි.",
    "NotoSansTamil": "இந்த முன்மொழிவை நான் ஆதரிக்கிறேன்.",
    "NotoSansTelugu": "నేను ఈ ప్రతిపాదనకు మద్దతు ఇస్తున్నాను.",
    "NotoSansMyanmar": "ဤအဆိုပြုချက်ကို ကျွန်ုပ် ထောက်ခံပါသည်။",
    "NotoSansEthiopic": "ይህን ሐሳብ እደግፋለሁ፤ ሰፈራችንን ደህንነቱ የተጠበቀ ያደርገዋል።",
    "NotoSansArmenian": "Ես աջակցում եմ այս առաջարկին։",
    "NotoSansGeorgian": "მე მხარს ვუჭერ ამ წინადადებას.",
    "NotoSansSyriac": "ܐܢܐ ܡܣܝܥ ܐܢܐ ܠܗܢܐ ܡܘܫܛܐ",
    "NotoSansThaana": "މި ހުށަހެޅުމަށް އަހަރެން ތާއީދު ކުރަން",
    "NotoSansNKo": "ߒ ߓߍ߫ ߞߊ߲ߓߍ߲ ߢߌ߲߬ ߠߊ߫",
    "NotoSansAdlam": "𞤃𞤭 𞤶𞤢𞤦𞤭𞥅 𞤳𞤵𞤤",
    "NotoSansPahawhHmong": "𖬌𖬣𖬵 𖬉𖬰𖬞𖬰",
    "NotoSansCherokee": "ᏣᎳᎩ ᎦᏬᏂᎯᏍᏗ",
    "NotoSansDeseret": "𐐔𐐯𐑅𐐨𐑉𐐯𐐻",
    "NotoSansOgham": "᚛ᚄᚓᚐᚋᚒᚄ᚜",
}


def test_every_script_comes_back_as_it_was_written():
    texts = list(SENTENCES.values())
    assert not any(REPLACEMENT in text for text in gated(texts))
    assert read_back(printed(texts)) == [paragraphs(text) for text in texts]


@pytest.mark.parametrize("name", SENTENCES)
def test_every_script_is_drawn_in_its_own_font_and_the_checkers_are_content(name, tmp_path):
    path = tmp_path / "script.pdf"
    path.write_bytes(write_pdf(document(Paragraph(SENTENCES[name] * 3))).data)
    with pikepdf.open(path) as pdf:
        fonts = {str(font.BaseFont) for font in pdf.pages[0].Resources.Font.values()}
    assert any(name in font for font in fonts)
    assert faults(path) == []
