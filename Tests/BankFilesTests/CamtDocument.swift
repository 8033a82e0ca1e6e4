// Writes camt.053 files for the tests, each version in its own shape.

/// A statement of one account with one entry of each kind that matters.
struct CamtDocument {
  /// 2 to 14.
  var version = 8
  var iban = "IT60X0542811101000000123456"
  var opening = "1000.00"
  var closing = "1095.49"
  /// What stands before the root element.
  var prolog = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  /// Further entries, as they are.
  var more = ""

  /// From version 7 on parties and states are choices.
  private var hasChoices: Bool { version >= 7 }

  var text: String {
    let number = version < 10 ? "0\(version)" : "\(version)"
    return """
      \(prolog)<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.\(number)">
      <BkToCstmrStmt>
      <GrpHdr><MsgId>MSG-1</MsgId><CreDtTm>2026-11-20T20:00:00</CreDtTm></GrpHdr>
      \(statement)
      </BkToCstmrStmt>
      </Document>
      """
  }
  var bytes: [UInt8] { Array(text.utf8) }

  var statement: String {
    """
    <Stmt><Id>STMT-2026-11-20</Id><ElctrncSeqNb>211</ElctrncSeqNb>
    <CreDtTm>2026-11-20T20:00:00</CreDtTm>
    <FrToDt><FrDtTm>2026-11-20T00:00:00</FrDtTm><ToDtTm>2026-11-20T23:59:59</ToDtTm></FrToDt>
    <Acct><Id><IBAN>\(iban)</IBAN></Id><Ccy>EUR</Ccy></Acct>
    \(balance("OPBD", opening))
    \(balance("CLBD", closing))
    \(single)
    \(batch)
    \(opaqueBatch)
    \(pending)
    \(reversal)
    \(fee)
    \(more)
    </Stmt>
    """
  }

  private func balance(_ code: String, _ amount: String) -> String {
    """
    <Bal><Tp><CdOrPrtry><Cd>\(code)</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">\(amount)</Amt>\
    <CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-11-20</Dt></Dt></Bal>
    """
  }

  /// A transfer with a structured reference.
  private var single: String {
    entry(
      "25.00", "CRDT", reference: "B1",
      details: detail(
        "25.00", "CRDT", endToEnd: "E2E-1",
        remittance: """
          <Strd><CdtrRefInf><Tp><CdOrPrtry><Cd>SCOR</Cd></CdOrPrtry></Tp>\
          <Ref>RF18539007547034</Ref></CdtrRefInf></Strd>
          """))
  }
  /// Two transfers whose amounts make up the entry.
  private var batch: String {
    entry(
      "60.00", "CRDT", reference: "B2",
      details: detail(
        "20.00", "CRDT", endToEnd: "NOTPROVIDED", remittance: ustrd("RF1853900", "7547034"))
        + detail("40.00", "CRDT", endToEnd: "E2E-2", remittance: ustrd("caffè &amp; pane")))
  }
  /// Two transfers of which the bank tells less than the entry's amount.
  private var opaqueBatch: String {
    entry(
      "20.00", "CRDT", reference: "B3",
      details: detail("5.00", "CRDT", endToEnd: "E2E-3", remittance: ustrd("a"))
        + detail("6.00", "CRDT", endToEnd: "E2E-4", remittance: ustrd("b")))
  }
  private var pending: String { entry("999.00", "CRDT", status: "PDNG", reference: "B4") }
  /// An earlier credit taken back.
  private var reversal: String {
    entry(
      "8.01", "DBIT", isReversal: true, reference: "B5",
      details: detail("8.01", "DBIT", endToEnd: "E2E-5", remittance: ustrd("storno")))
  }
  private var fee: String {
    entry("1.50", "DBIT", reference: "B6", information: "Commissioni novembre")
  }

  func entry(
    _ amount: String, _ sign: String, status: String = "BOOK", isReversal: Bool = false,
    reference: String, details: String = "", information: String = ""
  ) -> String {
    """
    <Ntry><Amt Ccy="EUR">\(amount)</Amt><CdtDbtInd>\(sign)</CdtDbtInd>\
    \(isReversal ? "<RvslInd>true</RvslInd>" : "")\
    <Sts>\(hasChoices ? "<Cd>\(status)</Cd>" : status)</Sts>
    <BookgDt><Dt>2026-11-20</Dt></BookgDt><ValDt><Dt>2026-11-19</Dt></ValDt>\
    <AcctSvcrRef>\(reference)</AcctSvcrRef>
    <BkTxCd><Prtry><Cd>NTRF</Cd></Prtry></BkTxCd>
    \(details.isEmpty ? "" : "<NtryDtls>\(details)</NtryDtls>")
    \(information.isEmpty ? "" : "<AddtlNtryInf>\(information)</AddtlNtryInf>")</Ntry>
    """
  }

  private func detail(
    _ amount: String, _ sign: String, endToEnd: String, remittance: String
  ) -> String {
    let money = "<Amt Ccy=\"EUR\">\(amount)</Amt>"
    let stated =
      version == 2
      ? "<AmtDtls><TxAmt>\(money)</TxAmt></AmtDtls>" : "\(money)<CdtDbtInd>\(sign)</CdtDbtInd>"
    let name = "<Nm>Giulia Bianchi</Nm>"
    return """
      <TxDtls><Refs><EndToEndId>\(endToEnd)</EndToEndId></Refs>\(stated)
      <RltdPties><Dbtr>\(hasChoices ? "<Pty>\(name)</Pty>" : name)</Dbtr>\
      <DbtrAcct><Id><IBAN>DE89370400440532013000</IBAN></Id></DbtrAcct></RltdPties>
      <RmtInf>\(remittance)</RmtInf></TxDtls>
      """
  }
  private func ustrd(_ pieces: String...) -> String {
    pieces.map { "<Ustrd>\($0)</Ustrd>" }.joined()
  }
}
