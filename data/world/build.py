"""Draws the countries of the world once, for the map: from the TopoJSON of world-atlas to paths in `shapes.json`.

    python data/world/build.py countries-50m.json

Standard library only. `README.md` in this folder says where the file comes from and what is done to it.
"""

import csv
import json
import math
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent
CODES = FOLDER.parent / "parties" / "codes.csv"
WIDTH = 1000.0  # units of the drawing along the equator
TOP, BOTTOM = 84.5, -56.5  # degrees of latitude at the edges
TOLERANCE = 0.35  # how far a simplified line may run beside the true one, in units of the drawing
SMALLEST = 0.6  # a ring of less is left out where the country has a larger one
LEFT_OUT = {"ATA"}  # Antarctica lies under the lower edge
UNNUMBERED = {"Kosovo": "XKX", "Somaliland": "SOMALILAND-1991", "N. Cyprus": "NORTHERN-CYPRUS"}
POINTS = {  # islands and places that the scale leaves out, in degrees east and north
    "BES": (-68.27, 12.18), "BVT": (3.36, -54.43), "CCK": (96.83, -12.16), "CXR": (105.69, -10.45), "GIB": (-5.35, 36.14),
    "GLP": (-61.55, 16.25), "GUF": (-53.1, 3.93), "JTN": (-169.53, 16.73), "MID": (-177.37, 28.21), "MTQ": (-61.02, 14.64),
    "MYT": (45.16, -12.83), "REU": (55.53, -21.12), "SJM": (15.6, 78.2), "TKL": (-171.8, -9.2), "TUV": (179.2, -8.52),
    "WAK": (166.64, 19.3),
}  # fmt: skip
A1, A2, A3, A4, M = 1.340264, -0.081106, 0.000893, 0.003796, math.sqrt(3) / 2  # Equal Earth: Šavrič, Patterson and Jenny 2018
Point = tuple[float, float]
Ring = list[Point]


def projected(longitude: float, latitude: float) -> Point:
    """Equal Earth, in radii of the globe."""
    angle = math.asin(M * math.sin(math.radians(latitude)))
    square = angle * angle
    sixth = square**3
    x = math.radians(longitude) * math.cos(angle) / (M * (A1 + 3 * A2 * square + sixth * (7 * A3 + 9 * A4 * square)))
    return x, angle * (A1 + A2 * square + sixth * (A3 + A4 * square))


EDGE = projected(180, 0)[0]
SCALE = WIDTH / (2 * EDGE)
HEIGHT = (projected(0, TOP)[1] - projected(0, BOTTOM)[1]) * SCALE


def drawn(longitude: float, latitude: float) -> Point:
    x, y = projected(longitude, latitude)
    return (x + EDGE) * SCALE, (projected(0, TOP)[1] - y) * SCALE


def arcs_of(topology: dict[str, Any]) -> list[Ring]:
    """The arcs in degrees: they are kept as steps on a grid."""
    (step_x, step_y), (from_x, from_y) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for steps in topology["arcs"]:
        x = y = 0
        arc = []
        for dx, dy in steps:
            x, y = x + dx, y + dy
            arc.append((x * step_x + from_x, y * step_y + from_y))
        arcs.append(arc)
    return arcs


def ring_of(numbers: list[int], arcs: list[Ring]) -> Ring:
    ring: Ring = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring += arc[1:] if ring else arc
    return ring


def cut(ring: Ring) -> list[Ring]:
    """The ring in pieces that do not cross the antimeridian: Russia and Fiji would else run as a band over the whole map."""
    unrolled = [ring[0]]
    for longitude, latitude in ring[1:]:
        while longitude - unrolled[-1][0] > 180:
            longitude -= 360
        while longitude - unrolled[-1][0] < -180:
            longitude += 360
        unrolled.append((longitude, latitude))
    if min(x for x, _ in unrolled) >= -180 and max(x for x, _ in unrolled) <= 180:
        return [ring]
    pieces = []
    for shift in (0, 360, -360):
        moved = [(x + shift, y) for x, y in unrolled]
        piece = clipped(clipped(moved, -180, lambda x: x >= -180), 180, lambda x: x <= 180)
        if len(piece) > 3:
            pieces.append([*piece, piece[0]])
    return pieces


def clipped(ring: Ring, edge: float, keeps: Callable[[float], bool]) -> Ring:
    kept: Ring = []
    for place, (x, y) in enumerate(ring):
        before_x, before_y = ring[place - 1]
        if keeps(before_x) != keeps(x):
            share = (edge - before_x) / (x - before_x)
            kept.append((edge, before_y + share * (y - before_y)))
        if keeps(x):
            kept.append((x, y))
    return kept


def simplified(points: Ring) -> Ring:
    """Douglas and Peucker: a point stays if the line without it would run too far beside it."""
    kept, waiting = {0, len(points) - 1}, [(0, len(points) - 1)]
    while waiting:
        first, last = waiting.pop()
        (x1, y1), (x2, y2) = points[first], points[last]
        length = math.hypot(x2 - x1, y2 - y1)
        farthest, place = 0.0, 0
        for between in range(first + 1, last):
            x, y = points[between]
            away = abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length if length else math.hypot(x - x1, y - y1)
            if away > farthest:
                farthest, place = away, between
        if farthest > TOLERANCE:
            kept.add(place)
            waiting += [(first, place), (place, last)]
    return [points[place] for place in sorted(kept)]


def area(points: Ring) -> float:
    return abs(sum(points[n - 1][0] * y - x * points[n - 1][1] for n, (x, y) in enumerate(points))) / 2


def path(points: Ring) -> str:
    """As in "M583.8 324.4l-5.1-.7 …z"; empty where nothing of it can be seen."""
    x, y = round(points[0][0], 1), round(points[0][1], 1)
    begun, steps = f"M{x:g} {y:g}l", []
    for next_x, next_y in ((round(px, 1), round(py, 1)) for px, py in points[1:-1]):
        if (next_x, next_y) != (x, y):
            steps.append(f"{round(next_x - x, 1):g} {round(next_y - y, 1):g}")
            x, y = next_x, next_y
    return begun + re.sub(r"(?<!\d)0\.", ".", " ".join(steps)).replace(" -", "-") + "z" if steps else ""


def shape_of(geometry: dict[str, Any], arcs: list[Ring]) -> dict[str, Any]:
    """The path of a country, and the middle and area of its largest piece, where a dot may stand."""
    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    rings = [[drawn(*point) for point in piece] for polygon in polygons for numbers in polygon for piece in cut(ring_of(numbers, arcs))]
    largest = max(rings, key=area)
    seen = [ring for ring in rings if ring is largest or area(ring) >= SMALLEST]
    middle = [round(sum(point[axis] for point in largest) / len(largest), 1) for axis in (0, 1)]
    return {"d": "".join(path(line) for ring in seen if len(line := simplified(ring)) > 3), "at": middle, "area": round(area(largest), 1)}


def numbered() -> dict[str, str]:
    """The register's code by the ISO 3166-1 number."""
    with CODES.open(newline="") as rows:
        return {row["value"].zfill(3): row["party"] for row in csv.DictReader(rows) if row["scheme"] == "iso_numeric"}


def shapes(topology: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    arcs, codes = arcs_of(topology), numbered()
    for geometry in topology["objects"]["countries"]["geometries"]:
        name = geometry["properties"]["name"]
        code = codes.get(geometry.get("id", ""), UNNUMBERED.get(name, ""))
        if code not in LEFT_OUT:
            yield code, {"name": name, **shape_of(geometry, arcs)}


def world(topology: dict[str, Any]) -> dict[str, Any]:
    """The shapes by code; what has no code of ours is land, and two geometries of one number are one shape."""
    found: dict[str, dict[str, Any]] = {}
    land = ""
    for code, shape in shapes(topology):
        if not code:
            land += shape["d"]
        elif code in found:
            larger = max(found[code], shape, key=lambda one: one["area"])
            found[code] = {**larger, "d": found[code]["d"] + shape["d"]}
        else:
            found[code] = shape
    for code, place in POINTS.items():
        found.setdefault(code, {"name": code, "d": "", "at": [round(value, 1) for value in drawn(*place)], "area": 0})
    for shape in found.values():
        del shape["name"]
    return {"width": WIDTH, "height": round(HEIGHT, 1), "land": land, "shapes": dict(sorted(found.items()))}


if __name__ == "__main__":
    made = world(json.loads(Path(sys.argv[1]).read_text()))
    (FOLDER / "shapes.json").write_text(json.dumps(made, separators=(",", ":")) + "\n")
