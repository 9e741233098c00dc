import CICU

/// The characters that Chinese text is mostly made of.
enum CommonHan {
  /// The most frequent ones of general text and of union newsletters: about four of five
  /// characters on a page.
  static let simplified = """
    的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心
    她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给
    世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社
    便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运技职劳组协企商州助集服创项元级
    薪班改专群态联近线江县示贫推案施模岗限持办深型省参获研匠培车层调造织送增效困铁革坚检村升标范装奖余续广浙每评步构率单讯流选举台字帮供失厂农优质养武训爱党恩局团试网秀准配引验精干镇益
    首覆酬收包快春航荣督障疗费福席份医享息营依积极布功习康暖田委探监攻休节支病谐核盖维复众况站扶责超递截室普断育
    """

  /// The traditional forms of those that have another.
  static let traditional = """
    這個們來為國說時會對於著過發後種經麼學現當沒動還進樣開從實軍無與長機關點業將兩間問並應戰頭體見產話內給門兒東聲員論處義幾認條氣題爾別變總電數報結務場計資許統區隊決馬書則聽卻達強難權
    設記類據邊張該規萬覺術領確傳師觀讓識帶導爭運職勞組協創項級專態聯線縣貧崗辦參獲車層調織鐵堅檢標範裝獎續廣評構單訊選舉幫廠農優質養訓愛黨團試網驗乾鎮榮療費醫營積極習監節諧蓋維復眾況責
    遞斷裏裡
    """

  /// The first level of GB 2312 (3,755 characters) and of Big5 (5,401): both standards' own
  /// choice of the common ones, read out of ICU's tables.
  static func firstLevels() -> [UInt8] {
    var gb: [UInt8] = []
    for lead in UInt8(0xB0)...0xD7 {
      for trail in UInt8(0xA1)...0xFE { gb += [lead, trail] }
    }
    var big5: [UInt8] = []
    for lead in UInt8(0xA4)...0xC6 {
      for trail in UInt8(0x40)...0x7E { big5 += [lead, trail] }
      if lead == 0xC6 { break }
      for trail in UInt8(0xA1)...0xFE { big5 += [lead, trail] }
    }
    let readings = [("GB18030", gb), ("Big5", big5)].map { name, bytes in
      bytes.withUnsafeBytes { DecodedText($0, encoding: name, strict: false)?.bytes ?? [] }
    }
    return readings[0] + readings[1]
  }
}
