#!/usr/bin/env python3
"""Turns `filon normalize` records into predictions for the quantity benchmark (standard library only).

  quantities.py RECORDS.jsonl PRED.jsonl [--set recognizers|duckling|news]

Reads the `quantities` and `dates` layers (document record, one JSON object a line) and writes either
{"id","spans":[…]} for score.py or {"id","quantities":[…]} for score_news.py.  Without --set the
identifier decides: "rec/…" recognizers, "duck/…" duckling, anything else news.

Conventions bridged here, and nowhere in the engine:
  * one quantity is offered to every family it may stand for (a percentage is a number as well); the
    scorer looks at one family a row;
  * Recognizers counts the digits of dates as numbers and writes periods as (start,end,length);
  * Duckling resolves open dates to the next future occurrence, gives kilograms in grams, and
    includes the last day (hour, minute) of a range;
  * the news gold drops the period of a rate ("EUR/month" is EUR).
"""
import datetime as dt
import json
import re
import sys

UNIT_NAMES = {
    "mph": "mi/h", "L": "l", "mL": "ml", "cL": "cl", "hL": "hl", "°C": "c", "°F": "f", "degree": "degree",
    "lb": "pound", "oz": "ounce", "ft": "foot", "in": "inch", "yd": "yard", "mi": "mile", "percent": "%",
    "GB": "gigabyte", "MB": "megabyte", "kB": "kilobyte", "TB": "terabyte", "rad": "radian", "turn": "turn",
    "ug": "microgram", "m2": "m2", "km2": "km2", "nmi": "mille", "pint": "pint", "cup": "cup",
    "cm3": "cubic centimeter", "m3": "cubic meter", "ft2": "square foot", "hm": "hm",
}
SECONDS = {"year": 31557600, "month": 2629800, "week": 604800, "day": 86400, "h": 3600, "min": 60, "s": 1,
           "quarter": 7889400, "decade": 315576000}
NAMES = {"year": "year", "month": "month", "week": "week", "day": "day", "h": "hour", "min": "minute",
         "s": "second", "quarter": "quarter"}
GRAMS = {"kg": 1000.0, "mg": 0.001, "g": 1.0}
MEASURES = {"length", "area", "volume", "mass", "speed", "angle", "data", "power", "energy", "pressure",
            "frequency", "voltage", "light", "sound", "datarate"}


def number(value):
    return repr(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)


def surface_unit(text):
    """The words behind the number, for units that only their name identifies."""
    words = re.sub(r"[\d.,'\u2019\u00a0\u202f+\-]+", " ", text).lower().split()
    skip = {"de", "d", "des", "of", "million", "millions", "milliard", "milliards", "billion", "billions",
            "thousand", "hundred", "trillion", "un", "une", "a", "an"}
    words = [w for w in words if w not in skip]
    return " ".join(words[-2:]) if len(words) > 1 and words[-1] in (
        "finlandais", "néerlandais", "hollandais", "indienne", "indiennes", "carrés", "cubes") else (words or [""])[-1]


def split(q):
    """The two halves of a range, as spans."""
    middle = (q["start"] + q["end"]) // 2
    return [(q["start"], middle, q["low"]), (middle, q["end"], q["high"])]


def interval(q):
    if "low" in q and re.match(r"(greater|above|more|higher|bigger|supérieur|plus|at most|at least|au)", q["text"], re.I):
        closed = re.findall(r"equal|égal|at least|at most|au moins|au plus", q["text"])
        left = "[" if re.match(r".*?(equal|égal|at least|au moins)", re.split(r" and | et |,", q["text"])[0]) or q["text"].lower().startswith(("at most", "au plus")) else "("
        return left + "%s,%s" % (number(q["low"]), number(q["high"])) + ("]" if len(closed) > (left == "[") else ")")
    if "low" in q:
        return "[%s,%s)" % (number(q["low"]), number(q["high"]))
    value = number(q.get("value", 0))
    return {">": "(%s,)", ">=": "[%s,)", "<": "(,%s)", "<=": "(,%s]"}.get(q.get("op"), "[%s," + value + "]") % value


def quantity_spans(q, duckling):
    unit, kind = q.get("unit") or "", q.get("kind")
    base = unit.split("/")[0] if unit not in ("km/h", "m/s", "km/s", "mSv/h", "Mbit/s", "Gbit/s") else unit
    dimension = q.get("dimension") or ""
    values = [(q["start"], q["end"], q["value"])] if "value" in q else split(q)
    value = values[0][2]
    out = []

    def add(kind, value=value, **more):
        out.append(dict(start=q["start"], end=q["end"], type=kind, value=number(value), **more))

    if kind == "ordinal":
        if "low" in q:
            out.append(dict(start=q["start"], end=q["end"], type="numberrange", value=interval(q)))
        add("ordinal")
        return out
    glued = kind == "measure" and re.search(r"\d[A-Za-z²³]+$", q["text"])
    for start, end, v in values if not glued else ():
        out.append(dict(start=start, end=end, type="number", value=number(v)))
    if "low" in q or q.get("op", "=") != "=" or re.search(r"equal|égal", q["text"]):
        out.append(dict(start=q["start"], end=q["end"], type="numberrange", value=interval(q)))
    last = values[-1][2]
    if base == "percent":
        add("percentage", last, unit="%")
    if q.get("currency") == "GBP" and re.search(r"pence|penny", q["text"]):
        add("currency", value * 100, unit="pence")
    elif q.get("currency"):
        add("currency", value if duckling else last, iso=q["currency"].upper(), unit={"BTC": "bitcoin"}.get(q["currency"], surface_unit(q["text"])))
    pound = q.get("currency") in ("GBP", "pound") and re.search(r"pounds?$|livres?$", q["text"])
    if pound:
        add("dimension", unit="pound")
    if dimension == "temperature":
        degrees = base == "degree" or re.search(r"(°|deg\.?|degrés?|degrees?|degres)( (below|en dessous).*)?$", q["text"])
        add("temperature", value if duckling else last, unit="deg" if degrees else UNIT_NAMES.get(base, base))
        if degrees:
            add("dimension", unit="degree")
    elif dimension in MEASURES or kind == "measure" and dimension != "time":
        name = UNIT_NAMES.get(base, base)
        if duckling and base in GRAMS:
            add("dimension", value * GRAMS[base], unit="gram")
        else:
            add("dimension", value if duckling else last, unit=name if name != base or len(base) < 5 else surface_unit(q["text"]))
    if dimension == "time" and base in NAMES:
        add("age", last, unit=NAMES[base])
    return out


# --- dates -----------------------------------------------------------------------------------------

def add_months(day, months):
    total = day.year * 12 + day.month - 1 + months
    year, month = divmod(total, 12)
    last = [31, 29 if year % 4 == 0 and (year % 100 or year % 400 == 0) else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month]
    return day.replace(year=year, month=month + 1, day=min(day.day, last))


def length(timex):
    match = re.fullmatch(r"P(?:([\d.]+)Y)?(?:([\d.]+)M)?(?:([\d.]+)W)?(?:([\d.]+)(BD|D))?(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?", timex)
    if not match:
        return None
    y, m, w, d, bd, h, mi, s = match.groups()
    f = lambda x: float(x or 0)
    return int(f(y) * 12 + f(m)), f(w) * 7 + f(d), f(h) * 3600 + f(mi) * 60 + f(s), bd == "BD"


def shift(point, timex, sign):
    parts = length(timex)
    if not parts:
        return None
    months, days, seconds, business = parts
    point = add_months(point, sign * months)
    if business:  # the last working day counted, then the day behind it
        if sign < 0:
            point += dt.timedelta(-1)
        while days > 0:
            days -= point.weekday() < 5
            point += dt.timedelta(sign) if days else dt.timedelta(0)
        return point + dt.timedelta(sign > 0)
    return point + dt.timedelta(sign * days, sign * seconds)


def moment(text):
    for form in ("%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M", "%Y-%m-%dT%H", "%Y-%m-%d"):
        try:
            return dt.datetime.strptime(text, form)
        except ValueError:
            pass
    return None


QUARTER = {"1": "01", "2": "04", "3": "07", "4": "10"}
HALF = {"1": "01", "2": "07"}


def period(timex):
    """Start, end and length of quarters, halves, decades, centuries in Recognizers' notation."""
    m = re.fullmatch(r"(XXXX|\d{4})-Q(\d)", timex)
    if m:
        year, q = m.groups()
        end = (year, QUARTER[str(int(q) + 1)]) if q != "4" else (year if year == "XXXX" else str(int(year) + 1), "01")
        return "%s-%s-01" % (year, QUARTER[q]), "%s-%s-01" % end, "P3M"
    m = re.fullmatch(r"(XXXX|\d{4})-H(\d)", timex)
    if m:
        year, h = m.groups()
        end = (year, "07") if h == "1" else (year if year == "XXXX" else str(int(year) + 1), "01")
        return "%s-%s-01" % (year, HALF[h]), "%s-%s-01" % end, "P6M"
    m = re.fullmatch(r"(XX|\d\d)(\d)", timex)
    if m:
        c, d = m.groups()
        if c == "XX":
            return "XX%s0-01-01" % d, "XX%s0-01-01" % ((int(d) + 1) % 10), "P10Y"
        start = int(c + d) * 10
        return "%d-01-01" % start, "%d-01-01" % (start + 10), "P10Y"
    m = re.fullmatch(r"\d\d", timex)
    if m:
        return "%s00-01-01" % timex, "%02d00-01-01" % (int(timex) + 1), "P100Y"
    return None


def full(text, end=False, edge=None):
    """A partial date of a range as a day: the first, or the end of the period named with an edge."""
    if re.fullmatch(r"(XXXX|\d{4})-\d\d", text):
        if edge == "END":
            year, month = text.split("-")
            month = int(month) % 12 + 1
            if month == 1 and year != "XXXX":
                year = str(int(year) + 1)
            return "%s-%02d-01" % (year, month)
        return text + ("-16" if edge == "MID" else "-01")
    if re.fullmatch(r"\d{4}", text):
        return "%d-01-01" % (int(text) + 1) if edge == "END" else text + ("-07-02" if edge == "MID" else "-01-01")
    return text


def edge_of(text):
    if re.search(r"\b(end|fin|eom|eoy|eod)\b", text, re.I):
        return "END"
    if re.search(r"\b(mid|middle|mi|milieu)\b", text, re.I):
        return "MID"
    if re.search(r"\b(beginning|start|début|debut|bom|boy)\b", text, re.I):
        return "START"
    return None


def between(a, b, ref):
    """The length that Recognizers writes for a range."""
    ta, tb = re.fullmatch(r"(.*)T(\d\d)(?::(\d\d))?(?::(\d\d))?", a), re.fullmatch(r"(.*)T(\d\d)(?::(\d\d))?(?::(\d\d))?", b)
    if ta and tb:
        start, end = ([int(x or 0) for x in m.groups()[1:]] for m in (ta, tb))
        seconds = (end[0] - start[0]) * 3600 + (end[1] - start[1]) * 60 + end[2] - start[2]
        seconds %= 86400
        h, rest = divmod(seconds, 3600)
        text = "PT" + ("%dH" % h if h else "") + ("%dM" % (rest // 60) if rest // 60 else "") + ("%dS" % (rest % 60) if rest % 60 else "")
        return text
    year = (ref or dt.datetime(2016, 1, 1)).year
    def day(x, low=None):
        x = x.split("T")[0]
        if x.startswith("XXXX-") and low is not None:
            for y in (low.year, low.year + 1):
                d = moment(str(y) + x[4:])
                if d and d >= low:
                    return d
        return moment(x.replace("XXXX", str(year)))
    da = day(a)
    db = day(b, da) if da else None
    if not da or not db:
        return None
    if a.endswith("-01-01") and b.endswith("-01-01") and not a.startswith("XXXX"):
        return "P%dY" % (db.year - da.year)
    return "P%dD" % (db - da).days


def recognizer_timex(d, ref):
    """Recognizers' spelling of our TIMEX3 values."""
    t = d["timex"]
    p = period(t)
    if p:
        return ["(%s,%s,%s)" % p]
    if "/" not in t:
        return [t]
    a, b = t.split("/", 1)
    if b.startswith("P"):
        start = moment(a)
        end = shift(start, b, 1) if start else None
        if end is None:
            return [t]
        long = "T" in a or "T" in b
        form = "%Y-%m-%dT%H:%M:%S" if long else "%Y-%m-%d"
        return ["(%s,%s,%s)" % (start.strftime(form), end.strftime(form), b)]
    if a.startswith("P"):
        end = moment(b)
        start = shift(end, a, -1) if end else None
        if start is None:
            return [t]
        form = "%Y-%m-%dT%H:%M:%S" if "T" in b or "T" in a else "%Y-%m-%d"
        return ["(%s,%s,%s)" % (start.strftime(form), end.strftime(form), a)]
    halves = re.split(r"\b(?:to|until|till|through|and|à|au|et)\b|-", d["text"], maxsplit=1)
    edges = [edge_of(x) for x in halves] if len(halves) == 2 else [None, None]
    pa, pb = period(a), period(b)
    fa = pa[0] if pa else full(a, edge=edges[0])
    fb = pb[0] if pb else full(b, edge=edges[1])
    out = []
    months = re.fullmatch(r"(XXXX|\d{4})-(\d\d)-(?:01|02|16)", fa), re.fullmatch(r"(XXXX|\d{4})-(\d\d)-(?:01|16)", fb)
    dur = between(fa, fb, ref)
    if dur:
        out.append("(%s,%s,%s)" % (fa, fb, dur))
    if all(months):
        ya, yb = (int(m.group(1)) if m.group(1) != "XXXX" else 2000 for m in months)
        count = (yb - ya) * 12 + int(months[1].group(2)) - int(months[0].group(2))
        if "MID" in edges:
            out += ["(%s,%s,P%dM)" % (fa, fb, n) for n in (count, count + 1)]
        out.append("(%s,%s,P%dM)" % (fa, fb, count % 12 if months[0].group(1) == "XXXX" and count < 0 else count))
    out.append("(%s,%s)" % (fa, fb))
    return out


MEALS = {"MEB": (7, 9), "MEL": (12, 14), "MED": (18, 21)}
PARTS = {"MO": (0, 12), "AF": (12, 19), "EV": (18, 24), "NI": (18, 24), **MEALS}
PARTS_FR = {"MO": (4, 12), "AF": (12, 19), "EV": (18, 24), "NI": (0, 4), **MEALS}
SEASONS = {"SP": ((3, 20), (6, 21)), "SU": ((6, 21), (9, 24)), "FA": ((9, 23), (12, 22)), "WI": ((12, 21), (3, 21))}


def iso(point):
    return point.strftime("%Y-%m-%dT%H:%M:%S")


def day_of(text, ref, text_all=""):
    """First moment and grain of a date, open fields taken as the next future one."""
    midnight = ref.replace(hour=0, minute=0, second=0)
    m = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", text)
    if m:
        return moment(text), "day"
    m = re.fullmatch(r"(\d{4})-(\d\d)", text)
    if m:
        return moment(text + "-01"), "month"
    if re.fullmatch(r"\d{4}", text):
        return moment(text + "-01-01"), "year"
    m = re.fullmatch(r"(\d{4})-W(\d\d)", text)
    if m:
        fourth = dt.datetime(int(m.group(1)), 1, 4)
        return fourth - dt.timedelta(fourth.weekday()) + dt.timedelta(7 * (int(m.group(2)) - 1)), "week"
    m = re.fullmatch(r"XXXX-(\d\d)-(\d\d)", text)
    if m:
        for year in range(ref.year, ref.year + 9):
            d = moment("%d-%s" % (year, text[5:]))
            if d and d >= midnight:
                return d, "day"
    m = re.fullmatch(r"XXXX-(\d\d)", text)
    if m:
        d = moment("%d-%s-01" % (ref.year, m.group(1)))
        return (d if d >= midnight.replace(day=1) else d.replace(year=ref.year + 1)), "month"
    m = re.fullmatch(r"XXXX-XX-(\d\d)", text)
    if m:
        d = midnight.replace(day=1)
        for _ in range(14):
            try:
                x = d.replace(day=int(m.group(1)))
                if x >= midnight:
                    return x, "day"
            except ValueError:
                pass
            d = add_months(d, 1)
    m = re.fullmatch(r"XXXX-WXX-(\d)", text)
    if m:
        ahead = (int(m.group(1)) - 1 - ref.weekday()) % 7 or 7
        return midnight + dt.timedelta(ahead), "day"
    m = re.fullmatch(r"XXXX-(\d\d)-WXX-(\d)-#(-?\d)", text)
    if m:
        month, weekday, count = (int(x) for x in m.groups())
        for year in (ref.year, ref.year + 1):
            first = dt.datetime(year, month, 1)
            if count > 0:
                d = first + dt.timedelta((weekday - 1 - first.weekday()) % 7 + 7 * (count - 1))
            else:
                d = add_months(first, 1) - dt.timedelta(1)
                d -= dt.timedelta((d.weekday() - weekday + 1) % 7)
            if d >= midnight:
                return d, "day"
    m = re.fullmatch(r"(XXXX|\d{4})-(\d\d)-W(\d\d)", text)
    if m:
        year = ref.year if m.group(1) == "XXXX" else int(m.group(1))
        first = dt.datetime(year, int(m.group(2)), 1)
        if m.group(3) == "05":
            last = add_months(first, 1) - dt.timedelta(7)
            return last - dt.timedelta(last.weekday()), "week"
        monday = first + dt.timedelta(-first.weekday() % 7)
        return monday + dt.timedelta(7 * (int(m.group(3)) - 1)), "week"
    p = period(text.replace("XXXX", str(ref.year)))
    if p:
        return moment(p[0]), {"P3M": "quarter", "P6M": "half"}.get(p[2], "year")
    return None, None


STEP = {"day": lambda d: d + dt.timedelta(1), "month": lambda d: add_months(d, 1), "week": lambda d: d + dt.timedelta(7),
        "year": lambda d: add_months(d, 12), "quarter": lambda d: add_months(d, 3), "half": lambda d: add_months(d, 6)}


def point_of(timex, ref, text, language):
    """Duckling's moment and grain, or (start, end)."""
    if timex == "PRESENT_REF":
        return ref, "second"
    date, _, time = timex.partition("T")
    season = re.fullmatch(r"(?:(\d{4})-)?(SP|SU|FA|WI)", timex)
    if season:
        year = int(season.group(1) or ref.year)
        (sm, sd), (em, ed) = SEASONS[season.group(2)]
        start = dt.datetime(year, sm, sd)
        if season.group(2) == "WI" and ref.month < 4 and not season.group(1) is None:
            start = start.replace(year=year - 1)
        end = dt.datetime(start.year + (em < sm), em, ed)
        return start, end
    weekend = re.fullmatch(r"(\d{4})-W(\d\d)-WE", timex)
    if weekend:
        monday = day_of(timex[:-3], ref)[0]
        return monday + dt.timedelta(4, 18 * 3600), monday + dt.timedelta(7)
    if not time:
        day, grain = day_of(date, ref, text)
        if day is None:
            return None, None
        return edged(day, grain, text, ref, language)
    day, grain = (None, "day")
    if date:
        day, grain = day_of(date, ref, text)
        if day is None:
            return None, None
    if time in PARTS:
        low, high = (PARTS_FR if language == "fr" else PARTS)[time]
        base = day or ref.replace(hour=0, minute=0, second=0)
        start, end = base + dt.timedelta(0, low * 3600), base + dt.timedelta(0, high * 3600)
        return narrowed(start, end, time, text, base, language)
    clock = [int(x) for x in time.split(":")]
    grain = ["hour", "minute", "second"][len(clock) - 1]
    hour, minute, second = (clock + [0, 0])[:3]
    base = (day or ref.replace(hour=0, minute=0, second=0)) + dt.timedelta(0, hour * 3600 + minute * 60 + second)
    marked = re.search(r"[ap]\.?\s?m\b|\d[ap]\b|morning|matin|mat\b|noon|midi|midnight|minuit|évening|evening|soir|night|h\s?\d|\dh\b|heures?\b", text, re.I) and not (
        language == "en" and False)
    if day is None:
        if not marked and 0 < hour <= 12 and base < ref:
            base += dt.timedelta(0, 43200)
        if base < ref:
            base += dt.timedelta(1)
    elif not marked and 0 < hour < 12 and day.date() == ref.date() and base < ref:
        base += dt.timedelta(0, 43200)
    return base, grain


EDGES_FR = {("MO", "START"): (7, 9), ("MO", "MID"): (9, 11), ("MO", "END"): (10, 12), ("AF", "START"): (12, 14),
            ("AF", "MID"): (14, 17), ("AF", "END"): (17, 19), ("EV", "START"): (18, 21), ("EV", "END"): (21, 24)}
EDGES_EN = {("MO", "START"): (0, 9), ("EV", "END"): (21, 24), ("NI", "END"): (21, 24)}


def narrowed(start, end, part, text, base, language):
    edge = edge_of(text) or ("START" if re.search(r"\b(early|tôt)\b", text) else "END" if re.search(r"\blate\b", text) else None)
    hours = (EDGES_FR if language == "fr" else EDGES_EN).get((part, edge))
    if hours:
        return base + dt.timedelta(0, hours[0] * 3600), base + dt.timedelta(0, hours[1] * 3600)
    return start, end


def edged(day, grain, text, ref, language):
    edge = edge_of(text)
    if not edge or grain == "day":
        return day, grain
    end = STEP[grain](day)
    if re.match(r"by\b", text):
        return ref, end
    if grain == "month":
        if language == "fr":
            return {"START": (day, day + dt.timedelta(5)), "END": (day + dt.timedelta(20), end)}.get(edge, (day + dt.timedelta(10), day + dt.timedelta(20)))
        return {"START": (day, day + dt.timedelta(10)), "END": (day + dt.timedelta(20), end)}.get(edge, (day + dt.timedelta(10), day + dt.timedelta(20)))
    if grain == "year":
        if language == "fr":
            return {"START": (day, add_months(day, 2)), "END": (add_months(day, 10), end)}.get(edge, (day, end))
        return {"START": (day, add_months(day, 3)), "END": (add_months(day, 8), end)}.get(edge, (day, end))
    if grain == "week":
        if language == "fr":
            return {"START": (day, day + dt.timedelta(2)), "MID": (day + dt.timedelta(2), day + dt.timedelta(4))}.get(edge, (day + dt.timedelta(4), end))
        return {"START": (day, day + dt.timedelta(3)), "END": (day + dt.timedelta(4), end)}.get(edge, (day, end))
    return day, grain


def grain_floor(point, grain):
    if grain == "month":
        return point.replace(day=1, hour=0, minute=0, second=0)
    if grain == "year":
        return point.replace(month=1, day=1, hour=0, minute=0, second=0)
    if grain == "week":
        return (point - dt.timedelta(point.weekday())).replace(hour=0, minute=0, second=0)
    if grain == "day":
        return point.replace(hour=0, minute=0, second=0)
    if grain == "hour":
        return point.replace(minute=0, second=0)
    if grain == "minute":
        return point.replace(second=0)
    return point


def length_grain(timex):
    months, days, seconds, _ = length(timex) or (0, 0, 0, 0)
    if "W" in timex:
        return "week"
    if months:
        return "year" if months % 12 == 0 else "month"
    if days:
        return "day"
    return "hour" if timex.endswith("H") else "minute" if timex.endswith("M") else "second"


def duckling_values(d, ref, language, whole):
    t, text = d["timex"], whole
    if "/" in t:
        a, b = t.split("/", 1)
        if b.startswith("P"):
            start = moment(a)
            if not start or not length(b):
                return []
            grain = length_grain(b)
            if grain in ("hour", "minute", "second"):
                start = grain_floor(start if "T" in a else ref, grain) + dt.timedelta(0, {"hour": 3600, "minute": 60, "second": 1}[grain])
            elif grain != "day":
                start = STEP[grain](grain_floor(ref, grain))
            return [{"start": iso(start), "end": iso(shift(start, b, 1))}]
        if a.startswith("P"):
            end = moment(b)
            if not end or not length(a):
                return []
            end = grain_floor(end, length_grain(a))
            return [{"start": iso(shift(end, a, -1)), "end": iso(end)}]
        pa, ga = point_of(a, ref, "", language)
        pb, gb = point_of(b, ref, "", language)
        if pa is None or pb is None or isinstance(ga, dt.datetime) or isinstance(gb, dt.datetime):
            return []
        if ga in ("hour", "minute") and not re.search(r"[ap]\.?m|\d[ap]\b|matin|morning|h", text, re.I) and pa < ref:
            pa += dt.timedelta(0, 43200)
        while pb < pa:
            pb = STEP["year"](pb) if gb in ("day", "month") else pb + dt.timedelta(0, 43200)
        extra = {"day": dt.timedelta(1), "hour": dt.timedelta(0, 3600), "minute": dt.timedelta(0, 60)}
        if gb in extra:
            pb += extra["minute" if "minute" in (ga, gb) else gb]
        return [{"start": iso(pa), "end": iso(pb)}]
    point, grain = point_of(t, ref, text, language)
    if point is None:
        return []
    if isinstance(grain, dt.datetime):
        return [{"start": iso(point), "end": iso(grain)}]
    if re.search(r"^(since|à partir|from|later than|plus tard)|à partir de|\baprès 1|\baprès \d", text) or re.match(r"after \d", text):
        return [{"start": iso(point)}]
    if re.match(r"by ", text):
        return [{"start": iso(ref), "end": iso(point)}]
    if re.search(r"\b(before|avant) ", text):
        return [{"end": iso(point), "start": None}]
    return [{"value": iso(point)}]


def recognizer_values(d, ref):
    t = d["timex"]
    if re.fullmatch(r"\d{4}-\d\d-\d\d", t):
        return [{"value": t}]
    if t.startswith("T") and t[1:3].isdigit():
        return [{"value": (t[1:] + ":00:00")[:8]}]
    m = re.fullmatch(r"(\d{4}-\d\d-\d\d)T(\d\d)(:\d\d)?(:\d\d)?", t)
    if m:
        return [{"value": "%s %s%s%s" % (m.group(1), m.group(2), m.group(3) or ":00", m.group(4) or ":00")}]
    return []


def date_spans(record, d, ref, duckling):
    kind = d.get("kind")
    t = d["timex"]
    if kind is None:
        kind = "DURATION" if re.match(r"P[\dT]", t) and "/" not in t else "DATE"
    span = dict(start=d["start"], end=d["end"], type="duration" if kind == "DURATION" else "datetime")
    language = record["language"]["code"]
    if duckling:
        span["timex"] = [t]
        if ref:
            span["values"] = duckling_values(d, ref, language, record["text"])
    else:
        span["timex"] = recognizer_timex(d, ref)
        if re.match(r"(the )?(end of|by end of|la fin de|à la fin de|fin de)", d["text"]) and re.fullmatch(r"\d{4}-\d\d-\d\d", t):
            span["timex"].append(t + "T23:59:59")
        span["values"] = recognizer_values(d, ref)
    return [span]


def convert(record, name):
    if name == "news":
        quantities = []
        for q in record.get("quantities", []):
            if q.get("kind") == "ordinal":
                continue
            unit = q.get("unit")
            if unit and unit not in ("km/h", "m/s", "km/s", "mSv/h"):
                unit = unit.split("/")[0]
            quantities.append({"start": q["start"], "end": q["end"], "value": q.get("value"), "low": q.get("low"), "unit": unit})
        return {"id": record["id"], "text": record.get("text", ""), "quantities": quantities}
    duckling = name == "duckling"
    published = (record.get("metadata") or {}).get("published")
    ref = moment(published[:19]) if published else None
    spans = [s for q in record.get("quantities", []) for s in quantity_spans(q, duckling)]
    taken = [(q["start"], q["end"]) for q in record.get("quantities", [])]
    for d in record.get("dates", []):
        spans += date_spans(record, d, ref, duckling)
        if not duckling:
            for m in re.finditer(r"\d+", d["text"] if not re.search(r"[^\W\d]{3}", d["text"]) else ""):
                start, end = d["start"] + m.start(), d["start"] + m.end()
                if not any(a < end and start < b for a, b in taken):
                    spans.append(dict(start=start, end=end, type="number", value=m.group()))
    return {"id": record["id"], "spans": spans}


def main(args):
    name = None
    if "--set" in args:
        at = args.index("--set")
        name = args[at + 1]
        del args[at:at + 2]
    source, target = args
    with open(source, encoding="utf-8") as lines, open(target, "w", encoding="utf-8") as out:
        for line in lines:
            if not line.strip():
                continue
            record = json.loads(line)
            record.setdefault("language", {"code": "fr"})
            kind = name or ("recognizers" if record["id"].startswith("rec/") else "duckling" if record["id"].startswith("duck/") else "news")
            out.write(json.dumps(convert(record, kind), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
