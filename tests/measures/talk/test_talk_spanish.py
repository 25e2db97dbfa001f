"""Spanish talk: what is covered and what is not, and phrases within their sentence."""

import pytest
from transcripts import ROLES

from workbook.measures.talk import Turn, find_identifiers, talk_profile
from workbook.measures.talk.lists import phrase_kinds
from workbook.measures.talk.turns import words_of


def covered(line):
    return [line[each.start : each.stop] for each in find_identifiers(line)]


@pytest.mark.parametrize(
    "line",
    [
        "Sí, ahí estaba la carta.",
        "Bueno, si puede venir el jueves, mejor.",
        "Sí, mi prima trabaja en el mercado.",
        "¿Y cómo se llama su perro?",
        "Me dicen que espere en la sala.",
        "Madre mía, qué calor.",
        "Si no contesta, pues ni modo.",
        "Pase, siéntese.",
        "Ay, sí, por favor, ahí la dejo.",
        "Sí po, ahí estaba.",
    ],
)
def test_ordinary_spanish_words_after_a_cue_are_no_names(line):
    assert covered(line) == []


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ("Favor de firmar la hoja.", ["directive"]),
        ("Me firma aquí, por favor.", ["directive"]),
        ("Firmar aquí y esperar.", ["directive"]),
        ("¿Quiere que le lea la carta?", ["permission"]),
        ("¿Le puedo explicar los pasos?", ["permission"]),
        ("Quiero a mi hermana.", []),
    ],
)
def test_orders_in_the_infinitive_and_offers_in_the_present_are_counted(line, kinds):
    assert phrase_kinds(words_of(line), "es") == kinds


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("me llamo carmen ortiz", ["carmen ortiz"]),
        ("soy pedro lópez", ["pedro lópez"]),
        ("my name is linh tran", ["linh tran"]),
        ("I'm Peter Hill.", ["Peter Hill"]),
        ("Sabi niya, umalis si Ligaya.", ["Ligaya"]),
        ("sabi niya umalis na si maria santos", ["maria santos"]),
        ("Vivo en Bucareli 1548, segundo B.", ["Bucareli 1548, segundo B"]),
        ("Si Lupita no viene, la espero.", ["Lupita"]),
        ("si pedro no viene, pues ni modo", ["pedro"]),
        ("me dicen el chato", ["el chato"]),
        ("Le dicen la Güera.", ["Güera"]),
    ],
)
def test_names_after_a_cue_stay_whole(line, names):
    assert covered(line) == names


@pytest.mark.parametrize(
    "said",
    [
        "seis seis dos, cuarenta y uno, cero ocho, diecinueve",
        "Treinta y tres, veintidós, dieciséis, setenta y cinco, cero uno",
        "veintiocho millones, cuatrocientos trece mil, setecientos nueve",
        "quinientos once mil doscientos seis",
        "tres cuatro dos nueve uno ocho",
        "lola punto rivas arroba barrio punto org",
        "luis guion bajo mora arroba correo punto com punto mx",
        "calle del Pino, 9, segundo C",
        "Avenida de la Sierra 14, bajo derecha",
        "Revolución Norte 812, cuarto piso",
        "seis cuatro uno... veintidós... cero cinco, once",
        "veintiocho millones cuatrocientos trece mil setecientos",
        "cuatro doble tres, veintiséis, quince",
        "Revolución Norte 812, depto 4",
        "colonia Doctores",
        "colonia Obreros",
    ],
)
def test_spanish_numbers_and_addresses_are_covered_whole(said):
    line = f"Anote: {said}, por favor."
    assert covered(line) == [said]


@pytest.mark.parametrize(
    "line",
    [
        "Tengo cinco hijos, de dos, cuatro, siete, nueve, once y trece años.",
        "La renta cuesta mil doscientos cincuenta, mil trescientos con la luz.",
        "Son ciento veinte mil trescientos cincuenta pesos.",
        "Abrimos a las ocho, nueve, diez y once de la mañana.",
        "Fue en mil novecientos ochenta y cuatro, mil novecientos ochenta y cinco.",
        "Tome dos, tres o cuatro.",
        "Puede ser a las diez, once, doce, como guste.",
        "Respire conmigo: uno, dos, tres, cuatro, cinco, seis, siete.",
        "Abono tres meses: mil quinientos, mil doscientos y ya.",
        "Debajo del puente vivía, en el tercero.",
    ],
)
def test_spanish_ages_prices_times_and_years_stay(line):
    assert covered(line) == []


@pytest.mark.parametrize(
    ("said", "kinds"),
    [
        ("Dígame su apellido y llámeme mañana.", ["directive", "directive"]),
        ("Mi tía tuvo que irse.", []),
        ("Yo tenía que limpiar.", []),
        ("Ya sé lo que piensas.", ["neither"]),
        ("Mi jefa no me permite salir.", ["neither"]),
        ("Nadie está obligado a hablar.", ["permission"]),
        ("Si querés, decime.", ["permission", "directive"]),
        ("¿En qué le puedo ayudar?", ["permission"]),
    ],
)
def test_spanish_orders_and_offers(said, kinds):
    assert phrase_kinds(words_of(said), "es") == kinds


def directives(end):
    text = f"El material lo pagan ustedes{end} deben avisar si no vienen a la escuela con la niña."
    turns = [Turn(1, "worker", text), Turn(2, "tenant", "Sí, claro que sí, yo vengo con ella.")]
    found = {(m.name, m.role): m for m in talk_profile(turns * 12, ROLES, resamples=0)}
    return found["directives_per_100", "practitioner"].value


def test_a_phrase_ends_with_its_sentence():
    assert directives("") > 0
    assert directives(",") > 0
    assert directives("...") > 0
    assert directives(".") == directives("?") == 0


def test_a_word_of_paying_far_before_hides_no_number():
    line = "Debe marcar el ochocientos tres, veintitrés, doce."
    assert covered(line) == ["ochocientos tres, veintitrés, doce"]


def test_many_hundreds_in_a_row_are_read_at_once():
    line = "uno dos tres cuatro cinco siete y " + "ciento dos " * 200 + "x"
    assert len(covered(line)) == 2
