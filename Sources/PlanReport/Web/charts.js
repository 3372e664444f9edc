// SPDX-License-Identifier: GPL-3.0-or-later
// Bars, small panels of bars, and the flow diagram, by D3.
(function () {
  "use strict";

  // Text is measured, not guessed: a label is cut where its room ends.
  var measure = document.createElement("canvas").getContext("2d");
  function fit(text, room, size) {
    measure.font = (size || 12.5) + 'px "Segoe UI", "Noto Sans", Roboto, Arial, sans-serif';
    if (measure.measureText(text).width <= room) { return text; }
    var low = 0, high = text.length;
    while (low < high) {
      var middle = (low + high + 1) >> 1;
      if (measure.measureText(text.slice(0, middle) + "…").width <= room) { low = middle; } else { high = middle - 1; }
    }
    return text.slice(0, low).trim() + "…";
  }
  function widthOf(text) {
    measure.font = '12.5px "Segoe UI", "Noto Sans", Roboto, Arial, sans-serif';
    return measure.measureText(text).width;
  }

  function canvas(drawing, width, height) {
    return d3.select(drawing).append("svg").attr("viewBox", [0, 0, width, height]).attr("width", width).attr("height", height)
      .attr("aria-hidden", "true");
  }
  function marksOf(selection) {
    var marks = [];
    selection.each(function (datum) { marks.push({ node: this, detail: datum.detail }); });
    return marks;
  }

  // Horizontal bars; parts follow each other. On a narrow screen the label stands above its bar.
  function bars(drawing, width, data, hasAxis) {
    var isNarrow = hasAxis && width < 560, longest = d3.max(data.bars, function (bar) { return widthOf(bar.label); }) || 0;
    var left = isNarrow ? 0 : Math.min(longest + 12, width * 0.48), row = isNarrow ? 42 : 27, top = hasAxis ? 22 : 4;
    var right = Math.min(120, (d3.max(data.bars, function (bar) { return widthOf(bar.told); }) || 0) + 12);
    var sum = function (bar) { return d3.sum(bar.parts, function (part) { return Math.max(0, part.value); }); };
    var low = Math.min(0, d3.min(data.bars, function (bar) { return d3.min(bar.parts, function (part) { return part.value; }); }) || 0);
    var high = d3.max(data.bars, sum) || 1;
    var x = d3.scaleLinear().domain([low, high]).range([left, width - right]);
    var svg = canvas(drawing, width, top + row * data.bars.length + 4);
    if (hasAxis) { svg.append("text").attr("class", "soft").attr("x", left).attr("y", 13).text(fit(data.axis, width - left)); }
    var group = svg.selectAll("g").data(data.bars).enter().append("g")
      .attr("transform", function (bar, index) { return "translate(0," + (top + index * row) + ")"; });
    var y = isNarrow ? 18 : 4, thick = isNarrow ? 16 : 18;
    group.append("text").attr("x", isNarrow ? 0 : left - 8).attr("y", isNarrow ? 13 : y + 13).attr("text-anchor", isNarrow ? "start" : "end")
      .text(function (bar) { return fit(bar.label, isNarrow ? width : left - 10); });
    group.append("line").attr("class", "rule").attr("x1", x(0)).attr("x2", x(0)).attr("y1", y - 3).attr("y2", y + thick + 3);
    group.each(function (bar) {
      var from = 0;
      bar.parts.forEach(function (part) {
        part.start = part.value < 0 ? part.value : from;
        part.detail = bar.detail;
        from += Math.max(0, part.value);
      });
    });
    var marks = group.selectAll("rect").data(function (bar) { return bar.parts.filter(function (part) { return part.value; }); }).enter().append("rect")
      .attr("class", function (part) { return "mark tone-" + part.tone; }).attr("y", y).attr("height", thick).attr("rx", 2)
      .attr("x", function (part) { return x(part.start); })
      .attr("width", function (part) { return Math.max(1, x(part.start + Math.abs(part.value)) - x(part.start)); });
    group.append("text").attr("x", function (bar) { return x(sum(bar)) + 6; }).attr("y", y + 13).text(function (bar) { return bar.told; });
    return marksOf(marks);
  }

  function panels(drawing, width, data) {
    var grid = document.createElement("div"), marks = [];
    grid.className = "panels";
    drawing.appendChild(grid);
    // All cells first: their width is known only once they stand side by side.
    var cells = data.panels.map(function (panel) {
      var cell = document.createElement("div"), title = document.createElement("p");
      title.className = "panel-title";
      title.textContent = panel.title;
      cell.appendChild(title);
      grid.appendChild(cell);
      return cell;
    });
    cells.forEach(function (cell, index) {
      marks = marks.concat(bars(cell, Math.max(cell.clientWidth, 230), { bars: data.panels[index].bars }, false));
    });
    return marks;
  }

  // Givers left, takers right: two columns, so that rings of exchanges need no breaking. The order is that of the data.
  function flows(drawing, width, data, state) {
    var view = data.views[state.view], wide = Math.max(width, 760);
    drawing.classList.toggle("wide", wide > width);
    var room = Math.min(290, wide * 0.3), count = Math.max(view.givers.length, view.takers.length);
    var height = Math.max(260, count * 25 + 160);
    var order = {}, names = {};
    view.givers.concat(view.takers).forEach(function (node, index) { order[node.id] = index; names[node.id] = node.name; });
    var graph = d3.sankey().nodeId(function (node) { return node.id; }).nodeWidth(11)
      .nodePadding(Math.min(14, (height - 20) / count * 0.55)).extent([[room, 8], [wide - room, height - 8]])
      .nodeSort(function (one, other) { return order[one.id] - order[other.id]; })
      .linkSort(function (one, other) {
        return order[one.source.id] - order[other.source.id] || order[one.target.id] - order[other.target.id] || one.at - other.at;
      })({
        nodes: view.givers.concat(view.takers).map(function (node) { return { id: node.id, name: node.name }; }),
        links: view.flows.map(function (flow, at) {
          return { source: flow.from, target: flow.to, value: flow.value, tone: flow.tone, detail: flow.detail, told: flow.told, at: at };
        })
      });
    var svg = canvas(drawing, wide, height);
    var bands = svg.append("g").selectAll("path").data(graph.links).enter().append("path")
      .attr("class", function (link) { return "band tone-" + link.tone; }).attr("d", d3.sankeyLinkHorizontal())
      .attr("stroke-width", function (link) { return Math.max(1.2, link.width); });
    var nodes = svg.append("g").selectAll("g").data(graph.nodes).enter().append("g");
    nodes.append("rect").attr("class", "node").attr("x", function (node) { return node.x0; }).attr("y", function (node) { return node.y0; })
      .attr("width", function (node) { return node.x1 - node.x0; }).attr("height", function (node) { return Math.max(1.5, node.y1 - node.y0); });
    nodes.append("text").attr("dy", "0.35em")
      .attr("x", function (node) { return node.x0 < wide / 2 ? node.x0 - 7 : node.x1 + 7; })
      .attr("y", function (node) { return (node.y0 + node.y1) / 2; })
      .attr("text-anchor", function (node) { return node.x0 < wide / 2 ? "end" : "start"; })
      .text(function (node) { return fit(node.name, room - 12); });
    // A name under the pointer shows what is its own.
    nodes.on("mouseenter", function (node) {
      bands.classed("faded", function (link) { return link.source !== node && link.target !== node; });
    }).on("mousemove", function (node) { Symbio.tell(node.name, d3.event.clientX, d3.event.clientY); })
      .on("mouseleave", function () { bands.classed("faded", false); Symbio.hush(); });
    return marksOf(bands);
  }

  function chooser(figure, data, state, redraw) {
    if (data.views.length < 2) { return; }
    var label = document.createElement("label"), select = document.createElement("select");
    label.textContent = data.choose;
    data.views.forEach(function (view, index) {
      var option = document.createElement("option");
      option.value = index;
      option.textContent = view.name;
      select.appendChild(option);
    });
    label.appendChild(select);
    figure.querySelector(".controls").appendChild(label);
    select.addEventListener("change", function () { state.view = Number(select.value); redraw(); });
  }

  Symbio.each("figure.chart", function (figure) {
    var kind = figure.getAttribute("data-kind"), drawing = figure.querySelector(".drawing");
    if (kind === "map" || !drawing) { return; }
    var data = JSON.parse(figure.querySelector("script").textContent), state = { view: 0 }, last = 0;
    function draw(width) {
      last = width;
      drawing.textContent = "";
      var marks = kind === "bars" ? bars(drawing, width, data, true) : kind === "panels" ? panels(drawing, width, data) : flows(drawing, width, data, state);
      Symbio.walk(drawing, marks, data);
      figure.setAttribute("data-drawn", marks.length);
    }
    if (kind === "flows") { chooser(figure, data, state, function () { draw(last); }); }
    Symbio.add(drawing, draw);
  });
})();
