// SPDX-License-Identifier: GPL-3.0-or-later

extension StarterScenario {
    static let settings = """
        format: 1
        id: starter
        name: {en: A starter park, vi: Khu công nghiệp mẫu}
        description:
          en: Four invented firms; replace them by your own.
          vi: Bốn doanh nghiệp giả định; hãy thay bằng số liệu của bạn.
        currency: VND
        year: 2030
        objective: cost
        carbon_price: 100000
        distance: {detour: 1.3, same_park_km: 1.0, crs: "EPSG:4326"}
        sources:
          - {id: example, title: Invented figures of the starter scenario, year: 2025}

        """

    static let resources = """
        id,name,name_vi,kind,unit,disposal_cost,disposal_ghg,virgin_price,virgin_ghg,disposal_route,source,basis
        cullet,Cullet,Kính vụn,material,t,450000,0,,,landfill,example,illustrative
        silica-sand,Silica sand,Cát silic,material,t,,,600000,30,,example,illustrative
        wood-residue,Wood residue,Phế liệu gỗ,material,t,300000,60,,,landfill,example,illustrative
        coal,Steam coal,Than cho lò hơi,energy,MWh,,,480000,350,,example,illustrative
        treated-wastewater,Treated wastewater,Nước thải sau xử lý,water,m3,3000,0.2,,,discharge,example,illustrative
        service-water,Service water,Nước phục vụ sản xuất,water,m3,,,9500,0.4,,example,illustrative

        """

    static let parks = """
        id,name,name_vi,latitude,longitude,type
        north,North park,Khu phía Bắc,15.46,108.66,industrial

        """

    static let firms = """
        id,name,name_vi,park,latitude,longitude,sector
        glazing,Glazing works,Xưởng kính xây dựng,north,15.461,108.661,2310
        bottles,Bottle works,Nhà máy chai lọ,north,15.466,108.668,2310
        furniture,Furniture works,Nhà máy đồ gỗ,north,15.458,108.652,3100
        noodles,Noodle factory,Nhà máy mì ăn liền,north,15.455,108.664,1074

        """

    static let outputs = """
        firm,resource,quantity,source,basis
        glazing,cullet,1800,example,illustrative
        furniture,wood-residue,2500,example,illustrative
        noodles,treated-wastewater,50000,example,illustrative

        """

    static let needs = """
        firm,resource,quantity,max_secondary_share,source,basis
        bottles,silica-sand,6000,,example,illustrative
        noodles,coal,9000,0.6,example,illustrative
        furniture,service-water,20000,,example,illustrative

        """

    static let qualities = """
        scope,firm,resource,property,unit,value,max,source,basis
        output,noodles,treated-wastewater,COD,mg/L,60,,example,illustrative
        virgin,,service-water,COD,mg/L,5,,example,illustrative
        need,furniture,service-water,COD,mg/L,,40,example,illustrative

        """

    static let substitutions = """
        from,to,ratio,max_share,cost,use,source,basis
        cullet,silica-sand,1.2,0.3,50000,recycling,example,illustrative
        wood-residue,coal,4.2,,80000,energy-recovery,example,illustrative
        treated-wastewater,service-water,1,,2500,reuse,example,illustrative

        """

    static let modes = """
        id,unit,resources,cost_per_unit,cost_per_unit_km,ghg_per_unit_km,max_km,source,basis
        truck,t,,30000,3500,0.1,60,example,illustrative
        pipe,m3,water,500,800,0.2,5,example,illustrative

        """

    static let contracts = """
        from,to,resource,quantity,status,source,basis
        furniture,noodles,wood-residue,400,running,example,illustrative

        """
}
