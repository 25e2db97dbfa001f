"""Words that tables hold in the languages of agencies: totals, missing values, phases, columns."""

import re
from functools import lru_cache

__all__ = ["AFTER", "BEFORE", "COLUMNS", "FOLLOW_UP", "MISSING", "MONTHS", "TOTALS", "plain"]


@lru_cache(1 << 14)  # cells repeat
def plain(text: str) -> str:
    """Give a text as it is compared: small letters, single blanks, no dash or underscore.

    Parameters
    ----------
    text : str

    Examples
    --------
    >>> plain(" Follow_Up  Phase ")
    'follow up phase'
    """
    return " ".join(re.sub(r"[\s_\-\u2010-\u2015.:]+", " ", text).casefold().split())


def _set(text: str) -> frozenset[str]:
    return frozenset(plain(part) for part in text.split("|"))


_MISSING = (
    "na|n/a|n.a.|#n/a|#nv|-|--|–|—|.|none|null|missing|blank|no data|not available|k.a.|k. a.|"
    "fehlt|fehlend|keine angabe|s/d|sd|n/d|nd|sin dato|sin datos|falta|manquant|absent|"
    "did not attend|dna|cancelled|canceled"
)
MISSING = frozenset(_MISSING.split("|"))
TOTALS = _set(
    "total|totals|grand total|subtotal|sum|sums|mean|means|average|averages|avg|median|count|"
    "n|std|sd|st dev|std dev|min|max|summe|summen|gesamt|gesamtsumme|insgesamt|mittelwert|"
    "durchschnitt|anzahl|suma|totales|promedio|media|moyenne|somme|totale|totaal|gemiddelde|soma"
)
BEFORE = _set(
    "a|baseline|base line|base|bl|b/l|pre|pretest|pre test|pre intervention|preintervention|"
    "pre treatment|pretreatment|before|control|tau|usual|as usual|no treatment|phase a|condition a|"
    "baseline phase|off|no|without|"
    "línea base|linea base|línea de base|linea de base|antes|fase a|previo|"
    "grundrate|grundlinie|basislinie|basis|vorher|vor|ausgangslage|ohne|nulmeting|"
    "ligne de base|avant|niveau de base|phase de base|linha de base|antes da intervenção|"
    "linea di base|prima"
)
AFTER = _set(
    "b|b phase|intervention|interv|int|treatment|treat|tx|trt|rx|tr|post|posttest|post test|"
    "post intervention|post treatment|posttreatment|postintervention|after|during|experimental|exp|"
    "program|programme|training|phase b|condition b|intervention phase|treatment phase|"
    "on|yes|with|"
    "intervención|intervencion|tratamiento|después|despues|fase b|durante|"
    "behandlung|maßnahme|massnahme|nachher|nach|interventionsphase|mit|"
    "traitement|après|apres|pendant|phase d'intervention|intervenção|tratamento|depois|"
    "intervento|trattamento|dopo"
)
FOLLOW_UP = _set(
    "follow up|followup|fu|f/u|f|follow up phase|maintenance|maint|m|generalization|"
    "generalisation|seguimiento|mantenimiento|nachbeobachtung|katamnese|nacherhebung|"
    "nachuntersuchung|suivi|maintien|seguimento|manutenção|mantenimento"
)
COLUMNS = {
    "case": _set(
        "client|clients|person|people|participant|participants|worker|practitioner|site|team|unit|"
        "group|agency|school|class|ward|student|child|family|name|id|subject|fall|klient|klientin|"
        "person id|client id|case id|caso|cliente|usuaria|usuario|nombre|cas|nom|caso id"
    ),
    "session": _set(
        "week|weeks|wk|day|date|time|meeting|visit|month|occasion|measurement|observation|nr|no|"
        "session no|session number|week no|woche|datum|tag|sitzung|termin|monat|zeit|zeitpunkt|"
        "semana|fecha|día|dia|sesión|sesion|mes|date of session|semaine|séance|seance|jour|mois"
    ),
    "phase": _set(
        "condition|period|stage|phases|a or b|bedingung|zeitraum|fase|condición|condicion|etapa|"
        "periodo|período|étape"
    ),
    "outcome": _set(
        "score|scores|rating|ratings|value|values|result|results|mean|average|count|measurement|"
        "wert|werte|ergebnis|punkte|mittelwert|puntaje|valor|puntuación|resultado|score total|"
        "valeur|résultat|note"
    ),
    "measure": _set("outcome name|variable|scale|indicator|item|instrument|merkmal|skala|medida"),
}
_MONTHS = (
    "january jan januar enero ene janvier januari gennaio janeiro",
    "february feb februar febrero février fevrier februari febbraio fevereiro",
    "march mar märz maerz mrz marzo mars maart março",
    "april apr abril abr avril aprile",
    "may mai mayo mei maggio maio",
    "june jun juni junio juin giugno junho",
    "july jul juli julio juillet luglio julho",
    "august aug agosto ago août aout augustus",
    "september sep sept septiembre septembre settembre setembro",
    "october oct oktober okt octubre octobre ottobre outubro",
    "november nov noviembre novembre novembro",
    "december dec dezember dez diciembre dic décembre dicembre dezembro",
)
MONTHS = {name: n for n, names in enumerate(_MONTHS, 1) for name in names.split()}
