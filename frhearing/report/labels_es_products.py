"""The words of the minutes paragraph, the tally sheet and the certificate in Spanish."""

from types import MappingProxyType

PRODUCTS = MappingProxyType(
    {
        "minutes": "Párrafo para el acta",
        "tally": "Hoja de recuento",
        "minutes.title": "Acta: {title}",
        "tally.title": "Hoja de recuento: {title}",
        "minutes.opened": "La audiencia pública sobre {title} se abrió a las {time} del {day}{place}{presiding}.",
        "minutes.held": "La audiencia pública sobre {title} se celebró el {day}{place}{presiding}.",
        "minutes.place": " en {place}",
        "minutes.presiding": ", bajo la presidencia de {name}",
        "minutes.file": "{title} ({file})",
        "minutes.present": "Presentes: {names}.",
        "minutes.absent": "Ausentes: {names}.",
        "minutes.excused": "Con excusa: {names}.",
        "minutes.testimony": "El testimonio público se abrió a las {opened} y se cerró a las {closed}.",
        "minutes.testimony_opened": "El testimonio público se abrió a las {opened}.",
        "minutes.nobody": "No hubo comentarios del público.",
        "minutes.nobody_spoke": "Nadie compareció para hablar.",
        "minutes.appearances.one": "Compareció 1 persona",
        "minutes.appearances.many": "Comparecieron {n} personas o grupos",
        "minutes.registrations.one": "1 registró su posición sin hablar",
        "minutes.registrations.many": "{n} registraron su posición sin hablar",
        "minutes.positions": "Sobre la pregunta {number}, {positions}.",
        "minutes.positions_one": "Posiciones de quienes comparecieron o se registraron: {positions}.",
        "minutes.position": "{n} {word}",
        "minutes.written": "{comments} por escrito{late}.",
        "minutes.letters.one": "Se recibió 1 comentario",
        "minutes.letters.many": "Se recibieron {n} comentarios",
        "minutes.late": ", {n} de ellos tardíos y aceptados",
        "minutes.petitions": "{petitions}, con {signatures} firmas contadas por la Secretaría.",
        "minutes.petitions.one": "Se presentó 1 petición",
        "minutes.petitions.many": "Se presentaron {n} peticiones",
        "minutes.exhibits": "Anexos recibidos: {marks}.",
        "minutes.record.one": "1 comentario consta en el acta; el resumen de la audiencia (huella {digest}) lo cita.",
        "minutes.record.many": (
            "{n} comentarios constan en el acta; el resumen de la audiencia (huella {digest}) los enumera."
        ),
        "minutes.adjourned": "La sesión se levantó a las {time}.",
        "minutes.how": "Lo que se hizo, no lo que se dijo. Lo que se dijo está en el resumen de la audiencia.",
        "tally.how": "Todo número es un número de comentarios, con las copias de las cartas modelo.",
        "tally.summary": "Comentarios según cómo llegaron y posición sobre la pregunta {number}",
        "tally.came": "Cómo llegó",
        "tally.all": "Todos los contados",
        "tally.means": "{support}: {support_means}. {oppose}: {oppose_means}.",
        "tally.digest": "Huella del acta {digest}",
        "certificate.text": (
            "Certifico que este es un resumen fiel y completo de los {comments} del acta de esta audiencia tal como "
            "constaba el {date}"
        ),
        "certificate.none": "Certifico que no hay comentarios en el acta de esta audiencia tal como constaba el {date}",
        "certificate.appendix.corrected": "El apéndice reproduce cada uno como se recibió o como se corrigió después.",
        "certificate.appendix": "El apéndice reproduce cada uno como se recibió.",
        "certificate.draft": "Este es un borrador. No queda certificado hasta que se firme como tal.",
        "certificate.clerk_unnamed": "Secretaría",
        "certificate.presiding": "{name}, preside",
        "certificate.date": "Fecha",
        "certificate.digest": "Huella del acta (SHA-256)",
        "certificate.digest.how": (
            "Calculada sobre todos los comentarios del acta con sus posiciones, su ficha y su turno, y las firmas de "
            "cada petición, por orden de número. La misma acta da la misma huella, en cualquier equipo y momento."
        ),
    }
)
