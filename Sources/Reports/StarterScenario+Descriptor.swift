// SPDX-License-Identifier: GPL-3.0-or-later

extension StarterScenario {
    /// The Frictionless descriptor of the tables.
    static let descriptor = """
        {
          "profile": "tabular-data-package",
          "name": "starter",
          "title": "A starter park",
          "description": "Four invented firms for Symbio.",
          "resources": [
            {
              "name": "resources", "path": "resources.csv", "profile": "tabular-data-resource", "scheme": "file", "format": "csv", "mediatype": "text/csv", "encoding": "utf-8",
              "schema": {
                "fields": [
                  {"name": "id", "type": "string", "constraints": {"required": true}},
                  {"name": "name", "type": "string", "constraints": {"required": true}},
                  {"name": "name_vi", "type": "string"},
                  {"name": "kind", "type": "string", "constraints": {"required": true}},
                  {"name": "unit", "type": "string", "constraints": {"required": true}},
                  {"name": "disposal_cost", "type": "number"},
                  {"name": "disposal_ghg", "type": "number"},
                  {"name": "virgin_price", "type": "number"},
                  {"name": "virgin_ghg", "type": "number"},
                  {"name": "disposal_route", "type": "string"},
                  {"name": "source", "type": "string"},
                  {"name": "basis", "type": "string"}
                ],
                "primaryKey": ["id"]
              }
            },
            {
              "name": "parks", "path": "parks.csv", "profile": "tabular-data-resource", "scheme": "file", "format": "csv", "mediatype": "text/csv", "encoding": "utf-8",
              "schema": {
                "fields": [
                  {"name": "id", "type": "string", "constraints": {"required": true}},
                  {"name": "name", "type": "string", "constraints": {"required": true}},
                  {"name": "name_vi", "type": "string"},
                  {"name": "latitude", "type": "number"},
                  {"name": "longitude", "type": "number"},
                  {"name": "type", "type": "string"}
                ],
                "primaryKey": ["id"]
              }
            },
            {
              "name": "firms", "path": "firms.csv", "profile": "tabular-data-resource", "scheme": "file", "format": "csv", "mediatype": "text/csv", "encoding": "utf-8",
              "schema": {
                "fields": [
                  {"name": "id", "type": "string", "constraints": {"required": true}},
                  {"name": "name", "type": "string", "constraints": {"required": true}},
                  {"name": "name_vi", "type": "string"},
                  {"name": "park", "type": "string"},
                  {"name": "latitude", "type": "number"},
                  {"name": "longitude", "type": "number"},
                  {"name": "sector", "type": "string"}
                ],
                "primaryKey": ["id"],
                "foreignKeys": [
                  {"fields": ["park"], "reference": {"resource": "parks", "fields": ["id"]}}
                ]
              }
            },
            {
              "name": "outputs", "path": "outputs.csv", "profile": "tabular-data-resource", "scheme": "file", "format": "csv", "mediatype": "text/csv", "encoding": "utf-8",
              "schema": {
                "fields": [
                  {"name": "firm", "type": "string", "constraints": {"required": true}},
                  {"name": "resource", "type": "string", "constraints": {"required": true}},
                  {"name": "quantity", "type": "number", "constraints": {"required": true}},
                  {"name": "source", "type": "string"},
                  {"name": "basis", "type": "string"}
                ],
                "foreignKeys": [
                  {"fields": ["firm"], "reference": {"resource": "firms", "fields": ["id"]}},
                  {"fields": ["resource"], "reference": {"resource": "resources", "fields": ["id"]}}
                ]
              }
            },
            {
              "name": "needs", "path": "needs.csv", "profile": "tabular-data-resource", "scheme": "file", "format": "csv", "mediatype": "text/csv", "encoding": "utf-8",
              "schema": {
                "fields": [
                  {"name": "firm", "type": "string", "constraints": {"required": true}},
                  {"name": "resource", "type": "string", "constraints": {"required": true}},
                  {"name": "quantity", "type": "number", "constraints": {"required": true}},
                  {"name": "max_secondary_share", "type": "number"},
                  {"name": "source", "type": "string"},
                  {"name": "basis", "type": "string"}
                ],
                "foreignKeys": [
                  {"fields": ["firm"], "reference": {"resource": "firms", "fields": ["id"]}},
                  {"fields": ["resource"], "reference": {"resource": "resources", "fields": ["id"]}}
                ]
              }
            },
            {
              "name": "qualities", "path": "qualities.csv", "profile": "tabular-data-resource", "scheme": "file", "format": "csv", "mediatype": "text/csv", "encoding": "utf-8",
              "schema": {
                "fields": [
                  {"name": "scope", "type": "string", "constraints": {"required": true}},
                  {"name": "firm", "type": "string"},
                  {"name": "resource", "type": "string", "constraints": {"required": true}},
                  {"name": "property", "type": "string", "constraints": {"required": true}},
                  {"name": "unit", "type": "string"},
                  {"name": "value", "type": "number"},
                  {"name": "max", "type": "number"},
                  {"name": "source", "type": "string"},
                  {"name": "basis", "type": "string"}
                ],
                "foreignKeys": [
                  {"fields": ["resource"], "reference": {"resource": "resources", "fields": ["id"]}}
                ]
              }
            },
            {
              "name": "substitutions", "path": "substitutions.csv", "profile": "tabular-data-resource", "scheme": "file", "format": "csv", "mediatype": "text/csv", "encoding": "utf-8",
              "schema": {
                "fields": [
                  {"name": "from", "type": "string", "constraints": {"required": true}},
                  {"name": "to", "type": "string", "constraints": {"required": true}},
                  {"name": "ratio", "type": "number"},
                  {"name": "max_share", "type": "number"},
                  {"name": "cost", "type": "number"},
                  {"name": "use", "type": "string"},
                  {"name": "source", "type": "string"},
                  {"name": "basis", "type": "string"}
                ],
                "foreignKeys": [
                  {"fields": ["from"], "reference": {"resource": "resources", "fields": ["id"]}},
                  {"fields": ["to"], "reference": {"resource": "resources", "fields": ["id"]}}
                ]
              }
            },
            {
              "name": "modes", "path": "modes.csv", "profile": "tabular-data-resource", "scheme": "file", "format": "csv", "mediatype": "text/csv", "encoding": "utf-8",
              "schema": {
                "fields": [
                  {"name": "id", "type": "string", "constraints": {"required": true}},
                  {"name": "unit", "type": "string", "constraints": {"required": true}},
                  {"name": "resources", "type": "string"},
                  {"name": "cost_per_unit", "type": "number"},
                  {"name": "cost_per_unit_km", "type": "number"},
                  {"name": "ghg_per_unit_km", "type": "number"},
                  {"name": "max_km", "type": "number"},
                  {"name": "source", "type": "string"},
                  {"name": "basis", "type": "string"}
                ],
                "primaryKey": ["id"]
              }
            },
            {
              "name": "contracts", "path": "contracts.csv", "profile": "tabular-data-resource", "scheme": "file", "format": "csv", "mediatype": "text/csv", "encoding": "utf-8",
              "schema": {
                "fields": [
                  {"name": "from", "type": "string", "constraints": {"required": true}},
                  {"name": "to", "type": "string", "constraints": {"required": true}},
                  {"name": "resource", "type": "string", "constraints": {"required": true}},
                  {"name": "quantity", "type": "number"},
                  {"name": "status", "type": "string"},
                  {"name": "source", "type": "string"},
                  {"name": "basis", "type": "string"}
                ],
                "foreignKeys": [
                  {"fields": ["from"], "reference": {"resource": "firms", "fields": ["id"]}},
                  {"fields": ["to"], "reference": {"resource": "firms", "fields": ["id"]}},
                  {"fields": ["resource"], "reference": {"resource": "resources", "fields": ["id"]}}
                ]
              }
            }
          ]
        }

        """
}
