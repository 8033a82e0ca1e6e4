// Writes SEPA credit transfers as pain.001.001.09, the form that European banks take since 2023.
import Domain
package import Services

/// One payment block with all transfers of a batch (EPC132-08, customer to bank).
package struct CreditTransferFile: TransferFileWriter {
  package init() {}

  package func write(_ batch: TransferBatch) -> [UInt8] {
    let totals = """
      <NbOfTxs>\(batch.transfers.count)</NbOfTxs><CtrlSum>\(Self.decimal(batch.sum))</CtrlSum>
      """
    let payer = Self.text(batch.payer, 70)
    let document = """
      <?xml version="1.0" encoding="UTF-8"?>
      <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09">
      <CstmrCdtTrfInitn>
      <GrpHdr><MsgId>\(Self.text(batch.message, 35))</MsgId>\
      <CreDtTm>\(batch.createdAt.rfc3339)</CreDtTm>\(totals)\
      <InitgPty><Nm>\(payer)</Nm></InitgPty></GrpHdr>
      <PmtInf><PmtInfId>\(Self.text(batch.message, 35))</PmtInfId><PmtMtd>TRF</PmtMtd>\
      <BtchBookg>false</BtchBookg>\(totals)\
      <PmtTpInf><SvcLvl><Cd>SEPA</Cd></SvcLvl></PmtTpInf>\
      <ReqdExctnDt><Dt>\(batch.executeOn)</Dt></ReqdExctnDt>\
      <Dbtr><Nm>\(payer)</Nm></Dbtr>\
      <DbtrAcct><Id><IBAN>\(batch.from.text)</IBAN></Id></DbtrAcct>\
      <DbtrAgt><FinInstnId><Othr><Id>NOTPROVIDED</Id></Othr></FinInstnId></DbtrAgt>\
      <ChrgBr>SLEV</ChrgBr>
      \(batch.transfers.map(Self.transfer).joined(separator: "\n"))
      </PmtInf>
      </CstmrCdtTrfInitn>
      </Document>

      """
    return Array(document.utf8)
  }

  private static func transfer(_ transfer: OutgoingTransfer) -> String {
    """
    <CdtTrfTxInf><PmtId><InstrId>\(text(transfer.endToEnd, 35))</InstrId>\
    <EndToEndId>\(text(transfer.endToEnd, 35))</EndToEndId></PmtId>\
    <Amt><InstdAmt Ccy="\(transfer.amount.currency.code)">\(decimal(transfer.amount))</InstdAmt>\
    </Amt><Cdtr><Nm>\(text(transfer.payee, 70))</Nm></Cdtr>\
    <CdtrAcct><Id><IBAN>\(transfer.iban.text)</IBAN></Id></CdtrAcct>\
    <RmtInf><Ustrd>\(text(transfer.text, 140))</Ustrd></RmtInf></CdtTrfTxInf>
    """
  }

  static func decimal(_ amount: Money) -> String {
    let (whole, rest) = amount.cents.quotientAndRemainder(dividingBy: 100)
    return "\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }

  /// What SEPA carries everywhere: Latin letters, digits and a few signs; accents are taken off
  /// and everything else becomes a blank. It holds nothing that XML would have to escape.
  static func text(_ written: String, _ lengthMax: Int) -> String {
    let allowed = Set("/-?:().,'+ ".unicodeScalars)
    let plain = written.folded.uppercased().unicodeScalars.map { scalar -> Character in
      let isPlain =
        scalar.isASCII
        && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil
          || allowed.contains(scalar))
      return isPlain ? Character(scalar) : " "
    }
    let words = String(plain).split(separator: " ").joined(separator: " ")
    // Neither a slash at an end nor two of them together (EPC217-08).
    let cut = String(words.prefix(lengthMax)).split(separator: "/").joined(separator: "/")
    return cut.isEmpty ? "-" : cut
  }
}
