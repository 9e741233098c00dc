import HeshuText
import Testing

struct ArticleSplitterTests {
  private static let masthead = "武侯职工\n\n2024年10月31日 星期四\n\n总第87期\n\n主办：成都市武侯区总工会\n\n"

  @Test func newsletterWithBylines() {
    let newsletter = Lines.read(
      Self.masthead + """
        近七成职工受惠 驿站已达196个

        一杯热水 一处港湾

        ■记者 谭大溪

        驿站里饮水机、微波炉一应俱全。

        建得密 抬脚就能到

        目前已建196个驿站。

        以赛促学 54名选手获奖

        本报讯（通讯员 蒲小燕）大赛落下帷幕。
        """)
    let articles = newsletter.articles
    #expect(articles.map(\.title) == ["一杯热水 一处港湾", "以赛促学 54名选手获奖"])
    #expect(articles[0].kicker == "近七成职工受惠 驿站已达196个")
    #expect(
      articles[0].blocks.map(\.kind) == [
        .kicker, .headline, .byline, .paragraph, .subheading, .paragraph,
      ])
    #expect(articles[1].blocks.map(\.kind) == [.headline, .paragraph])
    #expect(articles[1].blocks[1].textStart == articles[1].blocks[1].range.lowerBound + 12)
    #expect(newsletter.masthead.organizer?.value == "成都市武侯区总工会")
  }

  @Test func markdownLevels() {
    let articles = Lines.read(
      """
      # 指尖一点即可报名
      ## 两家企业先行先试

      记者羊大江报道 近日，应用上线。

      ### 精准服务

      据了解，改革以协商为导向。

      86万元投入，五项办法

      ## 青山工会 情暖码头装卸工

      本报讯 记者张大呈 通讯员陈小迪报道

      日前，行动启动。

      ## 这间书屋开了9年

      “平时你们搬货，今天我们给你们搬书！”
      """
    ).articles
    #expect(articles.map(\.title) == ["指尖一点即可报名", "青山工会 情暖码头装卸工", "这间书屋开了9年"])
    #expect(articles[0].subtitle == "两家企业先行先试")
    #expect(articles[0].start == 2)
    #expect(articles[1].kicker == "86万元投入，五项办法")
    #expect(articles[0].blocks.filter { $0.kind == .subheading }.count == 1)
  }

  @Test func htmlHeadings() {
    let text = "喜报\n\n全区签订合同1127份。\n\n又一喜报\n\n惠及2006人次。\n"
    let headings = [Heading(level: 2, range: 0..<2), Heading(level: 2, range: 18..<22)]
    #expect(Lines.read(text, headings: headings).articles.map(\.title) == ["喜报", "又一喜报"])
  }

  @Test func loneArticleKeepsItsSubheadings() {
    let articles = Lines.read(
      """
      某市各站点连夜开门——
      热水热饭，迎夜班骑手
      2月24日，196个站点开门。
      站点建成一个接着一个连成一片
      全市已接待骑手6800人次。
      """
    ).articles
    #expect(articles.count == 1)
    #expect(articles[0].title == "热水热饭，迎夜班骑手")
    #expect(articles[0].kicker == "某市各站点连夜开门——")
    #expect(
      articles[0].blocks.map(\.kind) == [.kicker, .headline, .paragraph, .subheading, .paragraph])
  }

  @Test func paragraphAloneIsAnArticle() {
    let articles = Lines.read("全市现有企业5323家。").articles
    #expect(articles.count == 1 && articles[0].title.isEmpty)
    #expect(articles[0].start == 0 && articles[0].end == 12)
    #expect(Lines.read(" \n\n\t\n").articles.isEmpty)
  }

  @Test func columnsWithoutBylinesInAnIssue() {
    let articles = Lines.read(
      Self.masthead + """
        全市“双增双节”劳动竞赛取得显著成效

        今年一至九月份，竞赛广泛开展。

        调查报告

        关于我市职工生活状况的调查

        今年七、八月间，入户调查展开。
        """
    ).articles
    #expect(articles.map(\.title) == ["全市“双增双节”劳动竞赛取得显著成效", "关于我市职工生活状况的调查"])
    #expect(articles[1].kicker == "调查报告")
  }

  @Test func captionsGoWithTheArticleBefore() {
    let articles = Lines.read(
      Self.masthead + """
        以赛促学 54名选手获奖

        本报讯（通讯员 蒲小燕）大赛落下帷幕。



        2023年武侯区技术比武

        训练营圆满收官

        本报讯（记者 雷一山）训练营收官。

        又一个训练营开营

        本报讯（记者 雷一山）训练营开营。
        """
    ).articles
    #expect(articles.map(\.title) == ["以赛促学 54名选手获奖", "训练营圆满收官", "又一个训练营开营"])
    #expect(articles[1].kicker == nil)
    #expect(articles[0].blocks.last?.kind == .caption)
  }

  @Test func signatureAtTheEnd() {
    let articles = Lines.read(
      Self.masthead + """
        书屋添新书

        本报讯 16家书屋收到图书4800册，职工纷纷点赞。（石大民 文小实）

        运动会开幕啦大家来

        运动会在体育中心开幕，1900多名运动员参赛。
        """
    ).articles
    #expect(articles.map(\.title) == ["书屋添新书", "运动会开幕啦大家来"])
    #expect(articles[0].byline.map(\.name) == ["石大民", "文小实"])
  }

  @Test func everyLineIsInExactlyOneBlock() {
    let text = Self.masthead + "标题一二三四\n\n本报讯（记者 雷一山）内容。\n\n---\n\n●3.4万场\n招聘会举办。\n一\n二\n三\n四\n"
    let newsletter = Lines.read(text)
    let lines = text.split(separator: "\n").count
    let blocks = newsletter.head + newsletter.articles.flatMap(\.blocks)
    #expect(newsletter.pieces.count == lines)
    #expect(blocks.map(\.pieces.count).reduce(0, +) == lines)
  }

  @Test func figuresOneUnderTheOtherAreLines() {
    let articles = Lines.read(
      """
      # 一年成绩看得见

      过去一年，市总工会以职工为中心，交出了一份沉甸甸的答卷。

      数说2023
      新建基层工会 856家
      发展会员 4.2万人
      建成服务站点 312个
      “今年，我们将再建站点100个，力争实现街道全覆盖。”市总工会主席说。
      """
    ).articles
    #expect(articles[0].blocks.filter { $0.kind == .paragraph }.count == 6)
  }
}
