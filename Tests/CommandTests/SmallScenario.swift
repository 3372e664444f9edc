// SPDX-License-Identifier: GPL-3.0-or-later

/// Files of a scenario of two firms, by name; tests change what they are about.
func smallScenario(_ changes: [String: String] = [:]) -> [String: String] {
    let files = [
        "scenario.yaml": "format: 1\nid: small\ncurrency: USD\nyear: 2030\n",
        "resources.csv": "id,name,kind,unit,disposal_cost,virgin_price\nsand,Sand,material,t,10,25\n",
        "firms.csv": "id,name,latitude,longitude\na,Alpha,15.40,108.60\nb,Beta,15.41,108.60\n",
        "outputs.csv": "firm,resource,quantity\na,sand,100\n", "needs.csv": "firm,resource,quantity\nb,sand,60\n",
        "modes.csv": "id,unit,cost_per_unit\ntruck,t,1\n",
    ]
    return files.merging(changes) { $1 }
}
