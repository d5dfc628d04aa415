"""Texts that have broken programs, our own collection: every door that takes text must carry them unharmed.

All are valid Unicode without lone surrogates, so each can be stored as UTF-8 and must come back equal.
"""

HOSTILE_TEXTS: tuple[str, ...] = (
    # Markup that a label, a paragraph or a web view might obey.
    "<b>Not bold</b> & <jane@example.org> wrote: 3 < 4 > 2",
    "<img src='file:///etc/passwd'><a href='javascript:alert(1)'>here</a>",
    "</para><font size=9999>loud</font><para>",
    "<!DOCTYPE x [<!ENTITY a 'boom'>]>&a;&#0;&nbsp;&amp;amp;",
    "]]> %s {name} {0} ${x} %(y)s \\n \\u0041",
    # Line ends, tabs and spaces that must be kept or shown, never trimmed away in the store.
    "  two blanks before, two after  ",
    "tab\there\r\nWindows line\rold Mac line\n\n\nthree blank lines above",
    "no-break\u00a0space, thin\u2009space, line\u2028separator, paragraph\u2029separator",
    # Control characters as typed by machines.
    "bell\x07 escape\x1b[31mred\x1b[0m delete\x7f null\x00end",
    "next line\x85 soft\u00adhyphen",
    # Direction: right-to-left scripts, overrides and isolates.
    "\u05e9\u05dc\u05d5\u05dd (123) and \u0645\u0631\u062d\u0628\u0627 \u0661\u0662\u0663",
    "evil\u202egpj.exe\u202c and \u2066isolated\u2069 and \u202aembedded\u202c",
    # What one sees is not what one counts.
    "zero\u200bwidth\u200cjoin\u200der\u2060word\ufeffmark",
    "family \U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466, flag \U0001f1fa\U0001f1f8",
    "thumb \U0001f44d\U0001f3fd, heart \u2764\ufe0f",
    "e\u0301 is not \u00e9 until someone normalises; \ufb01 is not fi; \u212b is not \u00c5",
    "Z\u0351\u036b\u0343a\u0321\u031b\u0340l\u0318\u0307\u0340g\u0317\u0316\u0300o\u0334\u0341\u0301",
    "\U0001d417\U0001d41a\U0001d42d \u24d2\u24d8\u24e1\u24d2\u24db\u24d4\u24d3 \uff26\uff35\uff2c\uff2c",
    # Scripts the printed page must shape or replace with an honest mark.
    "\u091c\u0928\u0924\u093e \u0915\u0940 \u0938\u0941\u0928\u0935\u093e\u0908",
    "\u0e01\u0e32\u0e23\u0e1f\u0e31\u0e07",
    "\u1780\u17b6\u179a\u179f\u17d2\u178f\u17b6\u1794\u17cb, \u0e81\u0eb2\u0e99\u0e9f\u0eb1\u0e87",
    "\u516c\u542c\u4f1a\u610f\u89c1 \u304f\u3089\u3057\u306e\u58f0 \uacf5\uccad\ud68c \U00020bb7",
    "private \ue000\uf8ff, unassigned \u0378, noncharacter \ufdd0, tag \U000e0041, plane 16 \U0010fffd",
    # Cells that a spreadsheet would run.
    "=1+1",
    "=cmd|' /C calc'!A0",
    "@SUM(A1:A9)",
    "+1 (414) 555-0100",
    "-- I oppose",
    '\t=HYPERLINK("http://example.org")',
    # Quotes, separators and words of other languages' machinery.
    "He said \"no\", then \u201cno\u201d again; it's 'fine', `really`",
    'a,b;c|d\t"e""f"',
    "Robert'); DROP TABLE comment;--",
    'NEAR("a" OR) * ^ : - AND NOT {x y}: "unclosed',
    "NULL None nan undefined true 1e309 -0 0x1F",
    "../../../outside and C:\\CON\\aux.txt and \\\\server\\share",
    # Sizes.
    "",
    " ",
    "Donaudampfschifffahrtselektrizit\u00e4tenhauptbetriebswerkbauunterbeamtengesellschaft" * 12,
    "word " * 4000,
    "I OPPOSE!!! " + "!" * 500,
)
