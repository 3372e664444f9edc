# SPDX-License-Identifier: GPL-3.0-or-later
"""Kilometres between places, mode by mode: routes of firms, routes of parks, one park, great circle."""
import numpy as np

from scenario_tables import ScenarioFault

EARTH_KM = 6371.0088
NO_ROUTE = -1


class Places:
    """Where firms and processes stand. A process at a firm shares that firm's place."""

    def __init__(self, tables):
        self.tables = tables
        self.of = {}                      # firm or process id -> index of its place
        self.name, firm, park, own, effective = [], [], [], [], []
        park_number = {row["id"]: n for n, row in enumerate(tables.parks)}
        park_at = [self._point(row) for row in tables.parks]

        def add(row, is_firm):
            self.of[row["id"]] = len(self.name)
            self.name.append(row["id"])
            firm.append(is_firm)
            where = park_number[row["park"]] if row.get("park") else -1
            park.append(where)
            point = self._point(row)
            own.append(not np.isnan(point[0]))
            effective.append(point if own[-1] or where < 0 else park_at[where])

        for row in tables.firms:
            add(row, True)
        for row in tables.processes:
            if row.get("firm"):
                self.of[row["id"]] = self.of[row["firm"]]
            else:
                add(row, False)
        self.is_firm, self.park = np.array(firm, bool), np.array(park, np.int64)
        self.own = np.array(own, bool)
        self.point = self._degrees(np.array(effective, float).reshape(-1, 2))
        self.park_ids = [row["id"] for row in tables.parks]
        self.detour = float(tables.setting("distance.detour", 1.3))
        self.same_park_km = float(tables.setting("distance.same_park_km", 1.0))

    @staticmethod
    def _point(row):
        return (row.get("latitude", np.nan), row.get("longitude", np.nan))

    def _degrees(self, points):
        """Radians of latitude and longitude; a projected system goes through PROJ."""
        system = self.tables.setting("distance.crs", "EPSG:4326")
        if system != "EPSG:4326" and len(points):
            import pyproj  # needed by scenarios in a projected system only
            change = pyproj.Transformer.from_crs(system, "EPSG:4326", always_xy=True)
            longitude, latitude = change.transform(points[:, 1], points[:, 0])
            points = np.stack([np.asarray(latitude), np.asarray(longitude)], 1)
            points[~np.isfinite(points)] = np.nan
        return np.radians(points)

    def great_circle(self, a, b):
        """Haversine distance between two arrays of places, km."""
        p, q = self.point[a], self.point[b]
        half = (q - p) / 2
        h = np.sin(half[..., 0]) ** 2 + np.cos(p[..., 0]) * np.cos(q[..., 0]) * np.sin(half[..., 1]) ** 2
        return 2 * EARTH_KM * np.arcsin(np.sqrt(np.minimum(1.0, h)))


class RouteBook:
    """For one mode: the row of `routes` that speaks for each ordered pair of firms, and of parks."""

    def __init__(self, places, mode):
        self.places = places
        firms, parks = {}, {}
        park_number = {name: n for n, name in enumerate(places.park_ids)}
        firm_ids = {row["id"] for row in places.tables.firms}
        for index, row in enumerate(places.tables.routes):
            if row.get("mode") not in (None, mode):
                continue
            if row["from"] in firm_ids and row["to"] in firm_ids:
                book, a, b = firms, places.of[row["from"]], places.of[row["to"]]
            elif row["from"] in park_number and row["to"] in park_number:
                book, a, b = parks, park_number[row["from"]], park_number[row["to"]]
            else:
                raise ScenarioFault(f"route {row['from']} - {row['to']}: neither two firms nor two parks")
            named = row.get("mode") is not None
            self._offer(book, (a, b), (named, True), index)
            if not row.get("one_way", False):
                self._offer(book, (b, a), (named, False), index)
        self.firm_keys, self.firm_rows = self._sorted(firms, len(places.name))
        self.park_keys, self.park_rows = self._sorted(parks, len(places.park_ids))
        rows = places.tables.routes
        self.km = np.array([row["km"] for row in rows] or [0.0])
        self.open = np.array([row.get("open", True) for row in rows] or [True])

    @staticmethod
    def _offer(book, pair, rank, index):
        """Of several rows the one that names the mode wins, then the one written in this direction."""
        if pair not in book or rank > book[pair][0]:
            book[pair] = (rank, index)

    @staticmethod
    def _sorted(book, width):
        pairs = sorted((a * width + b, index) for (a, b), (_, index) in book.items())
        return np.array([p[0] for p in pairs], np.int64), np.array([p[1] for p in pairs], np.int64)

    @staticmethod
    def _look_up(keys, rows, wanted):
        if not len(keys):
            return np.full(wanted.shape, NO_ROUTE)
        at = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
        return np.where(keys[at] == wanted, rows[at], NO_ROUTE)

    def measure(self, a, b):
        """km, row of `routes` or -1, and whether the pair is open; km is NaN where nothing tells it."""
        places = self.places
        park_a, park_b = places.park[a], places.park[b]
        row = np.full(a.shape, NO_ROUTE)
        in_parks = (park_a >= 0) & (park_b >= 0) & (park_a != park_b)
        found = self._look_up(self.park_keys, self.park_rows, park_a * len(places.park_ids) + park_b)
        row = np.where(in_parks, found, row)
        between_firms = places.is_firm[a] & places.is_firm[b]
        found = self._look_up(self.firm_keys, self.firm_rows, a * len(places.name) + b)
        row = np.where(between_firms & (found != NO_ROUTE), found, row)
        together = (park_a == park_b) & (park_a >= 0) & ~(places.own[a] & places.own[b])
        km = np.where(together, places.same_park_km, places.detour * places.great_circle(a, b))
        by_row = row != NO_ROUTE
        return np.where(by_row, self.km[row], km), row, ~by_row | self.open[row]
