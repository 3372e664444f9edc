// SPDX-License-Identifier: GPL-3.0-or-later

/// The currencies of ISO 4217 that money can be counted in; metals, funds and test codes are left out.
enum Currency {
    static let codes: Set<String> = Set(
        """
        AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP \
        CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD \
        JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN \
        NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL \
        THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG
        """.split(separator: " ").map(String.init))

    private static let spellings = [
        "đ": "VND", "₫": "VND", "vnđ": "VND", "đồng": "VND", "dong": "VND", "$": "USD", "us$": "USD", "usd$": "USD", "dollar": "USD",
        "€": "EUR", "euro": "EUR", "£": "GBP", "¥": "JPY", "yen": "JPY", "rmb": "CNY", "yuan": "CNY", "won": "KRW",
    ]

    /// The code that is likely to be meant by `text`.
    static func code(meant text: String) -> String? {
        if let code = spellings[text.lowercased()] { return code }
        if codes.contains(text.uppercased()) { return text.uppercased() }
        return Nearest.word(to: text, among: codes.sorted())
    }
}
