"""The words of the summary in Spanish; the same keys and fields as in English."""

from types import MappingProxyType

from frhearing.report.labels_es_counted import COUNTED
from frhearing.report.labels_es_hall import HALL
from frhearing.report.labels_es_products import PRODUCTS
from frhearing.report.labels_es_rules import RULES

SPANISH = MappingProxyType(
    {
        "language": "es-US",
        "page": "Página {page} de {pages}",
        "summary": "Resumen de la audiencia pública",
        "office": "Secretaría Municipal",
        "draft_mark": "BORRADOR",
        "edition.draft": "Borrador {number}",
        "edition.certified": "Certificado",
        "edition.corrected": "Corregido {number}",
        "as_of": "{edition} · acta al {date}",
        "number": "N.º {number}",
        "continued": "N.º {number}, continuación",
        "no_name": "Sin nombre",
        "question": "Pregunta {number}",
        "question_short": "P{number}",
        "comments.one": "1 comentario",
        "comments.many": "{n} comentarios",
        "and": "{a} y {b}",
        "more": "{n} más",
        # sections
        "title.cover": "Portada",
        "title.contents": "Contenido",
        "title.hearing": "La audiencia",
        "title.questions": "Las preguntas",
        "title.background": "Antecedentes e importancia",
        "title.timeline": "Cronología",
        "title.players": "Las partes",
        "title.press": "Lo que dicen",
        "title.next": "Lo que sigue",
        "title.takeaway": "Conclusión",
        "title.counts": "Recuento",
        "title.groups": "Quién dijo qué",
        "title.themes": "De qué se habló",
        "title.times": "Cuándo llegaron",
        "title.quotes": "Citas destacadas",
        "title.written": "Comentarios escritos",
        "title.outside": "En el acta, sin contar",
        "title.method": "Método y definiciones",
        "title.certificate": "Certificación",
        "title.appendix": "Todos los comentarios, completos",
        # stances
        "support": "A favor",
        "oppose": "En contra",
        "mixed": "Mixta",
        "neutral": "Neutral",
        "not_stated": "No expresada",
        "not_tagged": "Sin clasificar",
        "mixed.means": "En parte o con condiciones",
        "neutral.means": "Informa, no toma partido",
        "not_stated.means": "Habla del asunto sin tomar posición",
        "not_tagged.means": "Nadie lo ha leído aún para ver su posición; el recuento cambiará",
        # channels
        "channel.in_person": "En persona",
        "channel.remote": "A distancia",
        "channel.email": "Correo electrónico",
        "channel.web_form": "Formulario web",
        "channel.post": "Correo postal",
        "channel.hand_delivered": "Entregado en mano",
        "channel.fax": "Fax",
        "channel.phone": "Teléfono",
        "channel.voicemail": "Mensaje de voz",
        "channel.social": "Redes sociales",
        "channel.other": "Otro",
        # status and time
        "status.restricted": "Restringido",
        "status.withdrawn": "Retirado",
        "status.disputed": "Autoría en disputa",
        "status.returned": "Devuelto: dirigido a otro órgano",
        "status.duplicate": "Duplicado",
        "late.late_accepted": "Tardío, aceptado",
        "late.late_not_considered": "Tardío, no considerado",
        "late.undated": "Sin fecha",
        # the hearing
        "hearing.body": "Órgano",
        "hearing.presiding": "Preside",
        "hearing.date": "Fecha y hora",
        "hearing.place": "Lugar",
        "hearing.file": "Expediente",
        "hearing.mode": "Celebrada",
        "hearing.authority": "Fundamento legal",
        "hearing.notice": "Convocatoria",
        "hearing.note": "Nota",
        "mode.in_person": "En persona",
        "mode.remote": "A distancia",
        "mode.hybrid": "En persona y a distancia",
        "cover.lead": "{comments} en el acta: {spoken} orales y {written} escritos.",
        "cover.reproduced.one": "Este documento lo cuenta, lo cita y lo reproduce completo.",
        "cover.reproduced.many": "Este documento los cuenta, los cita y reproduce cada uno completo.",
        "cover.counted.one": "Este documento lo cuenta y lo cita.",
        "cover.counted.many": "Este documento los cuenta y los cita.",
        "questions.lead": "Toda posición en este resumen es una posición sobre una de estas preguntas.",
        "questions.lead_one": "Toda posición en este resumen es una posición sobre esta pregunta.",
        "question.support": "«A favor» significa: {meaning}",
        "question.oppose": "«En contra» significa: {meaning}",
        "background.why": "Por qué importa",
        "paraphrase": "paráfrasis",
        # counts
        "counts.lead.one": "Se cuenta 1 de {record} en el acta.",
        "counts.lead.many": "Se cuentan {counted} de {record} en el acta.",
        "counts.votes": (
            "Los comentarios no son votos: no miden cuántas personas de la ciudad opinan de una manera, y nada "
            "se decide por su número."
        ),
        "counts.sheet": "Hoja de recuento",
        "counts.sheet_summary": "Números de comentarios con la definición de cada uno",
        "counts.column.what": "Qué se cuenta",
        "counts.column.n": "Número",
        "counts.column.how": "Cómo se cuenta",
        "counts.record": "En el acta",
        "counts.record.how": "Todo comentario numerado que no fue anulado, oral o escrito",
        "counts.outside": "Sin contar",
        "counts.outside.how": "{what}; sin salir del acta, y en la lista con su motivo",
        "counts.outside.none": "Comentarios retirados, en disputa, devueltos o duplicados",
        "counts.counted": "Contados",
        "counts.counted.how": "Los del acta menos los no contados; cada copia de una carta modelo cuenta",
        "counts.spoken": "Orales",
        "counts.spoken.how": "De los contados, en persona o a distancia: escuchados o registrados",
        "counts.written": "Escritos",
        "counts.written.how": "De los contados, por carta, correo electrónico, formulario, mensaje de voz o similar",
        "counts.persons": "Personas oídas",
        "counts.persons.how": "Personas distintas entre las comparecencias: quien habló dos veces es una persona",
        "counts.registered": "Solo registro",
        "counts.registered.how": "De los orales, dejaron constancia de su posición sin hablar",
        "counts.late": "Tardíos, aceptados",
        "counts.late.how": "De los contados, recibidos fuera de plazo y aceptados: {numbers}",
        "counts.late.none": "De los contados, recibidos fuera de plazo y aceptados",
        "counts.undated": "Sin fecha",
        "counts.undated.how": "De los escritos, sin día de recepción",
        "counts.distinct": "Textos distintos",
        "counts.distinct.how": "De los escritos: cada carta modelo una vez, y cada copia con palabras propias",
        "counts.names": "Personas por nombre",
        "counts.names.how": "Nombres distintos con sus organizaciones; los comentarios unidos de una persona, una vez",
        "counts.no_group": "Sin grupo",
        "counts.no_group.how": "De los contados, sin grupo de interés",
        "counts.no_theme": "Sin tema",
        "counts.no_theme.how": "De los contados, sin tema",
        "counts.channels": "Cómo llegaron",
        "counts.channel": "Vía",
        "counts.positions": "Posiciones sobre la pregunta {number}",
        "counts.positions_summary": "Posiciones sobre la pregunta {number}: comentarios, porcentaje y significado",
        "counts.position": "Posición",
        "counts.share": "De los clasificados",
        "counts.means": "Significado",
        "counts.tagged": "Clasificados",
        "counts.tagged.how": "Comentarios con posición, «no expresada» incluida",
        "counts.all": "Todos los contados",
        "counts.inferred": "En {comments} la Secretaría dedujo la posición del texto.",
        "counts.once": "Cada carta modelo contada una sola vez: {counts}, de {total}.",
        "counts.no_share": "No se dan porcentajes con menos de {least} comentarios clasificados.",
        "counts.of_tagged": "{percent} % de los clasificados",
        "counts.key.written": "{spoken} orales, {written} escritos",
        "counts.key.not_counted": "retirados, en disputa, devueltos, duplicados",
        "counts.key.counted": "de {record}",
        "comments": "Comentarios",
        "total": "Total",
        # charts
        "groups.column": "Grupo de interés",
        "groups.all": "Todos los grupos",
        "groups.alt": "Barras de comentarios por grupo de interés y posición sobre la pregunta {number}.",
        "groups.caption": (
            "De {all} contados, con cada copia de las cartas modelo. Cada barra es un grupo, con su total al final. "
            "Un comentario pertenece a un grupo como máximo."
        ),
        "groups.summary": "Comentarios por grupo de interés y posición sobre la pregunta {number}",
        "themes.lead": (
            "Un comentario puede tener varios temas y cuenta una vez en cada uno, de modo que las filas no suman "
            "el número de comentarios. {without} sin tema."
        ),
        "themes.column": "Tema",
        "themes.alt": "Barras de comentarios por tema y posición sobre la pregunta {number}.",
        "themes.caption": "De {all} contados, con cada copia de cartas modelo. Cada barra es un tema, con su total.",
        "themes.summary": "Comentarios por tema y posición sobre la pregunta {number}",
        "themes.means": "Qué abarca cada tema",
        "times.lead.day": "Comentarios escritos por día de recepción, con todas las copias de las cartas modelo.",
        "times.lead.week": "Comentarios escritos por semana (desde lunes), con todas las copias de las cartas modelo.",
        "times.lead.month": "Comentarios escritos por mes de recepción, con todas las copias de las cartas modelo.",
        "times.undated.one": "No se muestra 1 comentario sin fecha.",
        "times.undated.many": "No se muestran {n} comentarios sin fecha.",
        "times.column": "Recibidos",
        "times.alt": "Columnas de comentarios escritos por fecha de recepción y posición sobre la pregunta {number}.",
        "times.summary": "Comentarios escritos por fecha de recepción y posición sobre la pregunta {number}",
        "chart.row": "{label}: {counts}; total {total}.",
        "chart.below": "Los mismos números están en la tabla que sigue.",
        "chart.most": "El gráfico muestra los {shown} mayores de {all}; la tabla los tiene todos.",
        # quotes
        "quotes.lead": (
            "Elegidas por el personal, como máximo {most} de cada lado, por orden de número. Las palabras entre "
            "comillas están letra por letra en el comentario."
        ),
        "quotes.none": "No hay citas marcadas de este lado.",
        "quotes.support": "A favor",
        "quotes.oppose": "En contra",
        "quotes.mixed": "Mixtas",
        "quotes.neutral": "Neutrales",
        "quotes.not_stated": "Posición no expresada",
        "quotes.not_tagged": "Sin clasificar",
        # lists
        "written.lead.one": "Se recibió por escrito 1 comentario.",
        "written.lead.many": "Se recibieron por escrito {n} comentarios, por orden de número.",
        "list.summary.written": "Comentarios escritos con número, nombre, grupo y posición",
        "list.number": "N.º",
        "list.name": "Nombre",
        "list.group": "Habla por",
        "list.position": "Posición",
        "list.not_tagged": "Pendiente",
        "outside.lead": "Estos comentarios siguen en el acta. No se cuentan, por el motivo indicado.",
        "outside.summary": "Comentarios del acta que no se cuentan, con el motivo",
        "outside.reason": "Por qué no se cuenta",
        "outside.late": "Comentarios tardíos",
        "outside.late.lead": "Recibidos fuera de plazo, y contados. Los «no considerados» llegaron demasiado tarde.",
        "outside.late.summary": "Comentarios tardíos",
        "outside.status": "Estado",
        # method
        "method.lead": (
            "Todo número de este documento es un número de comentarios, salvo que diga otra cosa, y proviene de un "
            "solo recuento del acta."
        ),
        "method.definitions": "Definiciones",
        "method.comment": "Un comentario es una voz en el acta, oral o escrita, con un número que se usa una sola vez.",
        "method.position": (
            "Una posición es la de un comentario sobre una pregunta: a favor, en contra, mixta (en parte o con "
            "condiciones), neutral o no expresada. Se toma de la ficha, de lo dicho o del texto, nunca del tono."
        ),
        "method.not_tagged": (
            "«Sin clasificar» no es una posición: nadie ha leído aún el comentario para verla. Los porcentajes son "
            "de los comentarios clasificados, «no expresada» incluida, en enteros."
        ),
        "method.inferred": "Una posición deducida por la Secretaría cuenta solo donde no se expresó ninguna.",
        "method.group": "El grupo de interés es aquel por el que habla el comentario; no es un tema.",
        "method.theme": "Un tema cuenta una vez por comentario, por mucho que se repita.",
        "method.forms": "Cartas modelo",
        "method.forms.rule": (
            "Las cartas con un mismo texto de varios remitentes se agrupan para leerlas, nunca se excluyen: cada "
            "copia está en el acta y se cuenta, y se imprimen las palabras propias de cada remitente. «Una sola vez» "
            "cuenta un comentario por cada texto así."
        ),
        "method.forms.none": "No se encontraron cartas modelo.",
        "method.forms.summary": "Cartas modelo y número de sus copias",
        "method.forms.column": "Carta modelo",
        "method.forms.copies": "Copias",
        "method.names": "Nombres",
        "method.names.initials": "Los nombres de personas se imprimen como iniciales.",
        "method.names.none": "No se imprimen nombres de personas; los comentarios van bajo su número.",
        "method.text": "Textos",
        "method.text.rule": (
            "Los comentarios se imprimen como se recibieron, con sus saltos de línea. Las tabulaciones y los espacios "
            "fijos se imprimen como espacios. Los caracteres de control, los que invierten la dirección de la "
            "escritura y los que ninguna fuente de este documento tiene se imprimen como �."
        ),
        "method.text.none": "No hubo que sustituir ningún carácter.",
        "method.text.summary": "Caracteres impresos como signo de sustitución",
        "method.text.code": "Código",
        "method.text.times": "Veces",
        "method.text.where": "Dónde",
        "method.text.more": "{places} y {n} más",
        "method.checks": "Comprobaciones antes de imprimir",
        "method.checks.none": "Las comprobaciones antes de imprimir no hallaron nada.",
        # appendix
        "appendix.lead.corrected": "Cada comentario por orden de número, como se recibió o como se corrigió después.",
        "appendix.lead": "Cada comentario como se recibió, por orden de número.",
        "appendix.restricted": "Restringido: se cuenta, pero no se imprimen ni sus palabras ni el nombre.",
        "appendix.inferred": "{stance} (deducida)",
        "appendix.condition": "Condición: {condition}",
        "appendix.campaign": "Carta modelo {name}",
        "appendix.not_counted": "{status}: sin contar",
        "appendix.question": "{number}: {stance}",
        **COUNTED,
        **HALL,
        **PRODUCTS,
        **RULES,
    }
)

DAYS = ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo")
MONTHS = (
    *("enero", "febrero", "marzo", "abril", "mayo", "junio"),
    *("julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"),
)
