// SPDX-License-Identifier: GPL-3.0-or-later
// The map, by Leaflet, on a plain ground: no tile is ever asked for.
(function () {
  "use strict";

  // A bow from one place to the other, so that the way there and the way back lie apart.
  function bow(map, from, to) {
    var a = map.project(from, 10), b = map.project(to, 10), points = [];
    var middle = a.add(b).divideBy(2), across = L.point(a.y - b.y, b.x - a.x).multiplyBy(0.16), control = middle.add(across);
    for (var step = 0; step <= 20; step += 1) {
      var t = step / 20, u = 1 - t;
      points.push(map.unproject(a.multiplyBy(u * u).add(control.multiplyBy(2 * u * t)).add(b.multiplyBy(t * t)), 10));
    }
    return points;
  }

  // Names are shown as far as they do not cover each other, the places with most firms first.
  function thin(map, names) {
    var taken = [];
    names.forEach(function (name) {
      var point = map.latLngToContainerPoint(name.marker.getLatLng()), element = name.marker.getElement();
      if (!element) { return; }
      var box = { left: point.x + name.shift, top: point.y - 9, right: point.x + name.shift + element.scrollWidth, bottom: point.y + 9 };
      var isCovered = taken.some(function (other) {
        return box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom;
      });
      element.classList.toggle("out", isCovered);
      if (!isCovered) { taken.push(box); }
    });
  }

  Symbio.each('figure.chart[data-kind="map"]', function (figure) {
    var drawing = figure.querySelector(".drawing");
    if (!drawing) { return; }
    var data = JSON.parse(figure.querySelector("script").textContent), map = null, bounds = null, names = [];
    drawing.classList.add("map");

    function build() {
      var points = data.places.map(function (place) { return L.latLng(place.latitude, place.longitude); });
      bounds = L.latLngBounds(points);
      map = L.map(drawing, {
        attributionControl: false, zoomControl: false, scrollWheelZoom: false, zoomSnap: 0.25, zoomDelta: 0.5, minZoom: 2, maxZoom: 16,
        fadeAnimation: false, zoomAnimation: false, markerZoomAnimation: false, keyboard: false
      });
      map.setView(bounds.getCenter(), 9);
      frame();
      L.control.zoom({ zoomInTitle: data.zoomIn, zoomOutTitle: data.zoomOut }).addTo(map);
      L.control.scale({ imperial: false, maxWidth: 140 }).addTo(map);

      var heaviest = Math.max.apply(null, data.lines.map(function (line) { return line.weight; }).concat([1])), marks = [];
      data.lines.slice().sort(function (one, other) { return other.weight - one.weight; }).forEach(function (line) {
        var way = L.polyline(bow(map, points[line.from], points[line.to]), {
          className: "way tone-" + line.tone, weight: 1.5 + 8 * Math.sqrt(line.weight / heaviest)
        }).addTo(map);
        marks.push({ node: way.getElement(), detail: line.detail });
      });
      var order = data.places.map(function (place, index) { return index; }).sort(function (one, other) {
        return data.places[other].firms - data.places[one].firms || one - other;
      });
      order.forEach(function (index) {
        var place = data.places[index], radius = place.park ? 5 + 1.6 * Math.sqrt(place.firms) : 4;
        var circle = L.circleMarker(points[index], { className: place.park ? "place" : "place firm", radius: radius }).addTo(map);
        marks.push({ node: circle.getElement(), detail: place.detail });
        var label = document.createElement("span");
        label.textContent = place.name;
        var marker = L.marker(points[index], {
          icon: L.divIcon({ className: "place-name", html: label, iconSize: null, iconAnchor: [-(radius + 5), 8] }), interactive: false, keyboard: false
        }).addTo(map);
        names.push({ marker: marker, shift: radius + 5 });
      });
      map.on("zoomend moveend", function () { thin(map, names); });
      Symbio.walk(drawing, marks, data);
      figure.setAttribute("data-drawn", marks.length);
    }

    function frame() {
      if (bounds.getNorthEast().equals(bounds.getSouthWest())) { map.setView(bounds.getCenter(), 12); return; }
      map.fitBounds(bounds, { paddingTopLeft: [30, 30], paddingBottomRight: [map.getSize().x > 500 ? 170 : 60, 40] });
    }

    Symbio.add(drawing, function () {
      if (!map) { build(); } else { map.invalidateSize({ animate: false }); frame(); }
      thin(map, names);
    });
  });
})();
