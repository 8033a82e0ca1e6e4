// Donors' fiscal codes, sealed, in a table of their own.
import Literals

extension Migration {
  static let sealedTaxCodes = Migration(
    number: 40, title: "sealedTaxCodes",
    why:
      "A fiscal code that a donor gives for a receipt is stored sealed; the database refuses one in"
      + " clear. Earlier ones are sealed when the service starts, because the key is not here.",
    sql: """
      CREATE TABLE pledge_tax_code (
        pledge_id  TEXT PRIMARY KEY REFERENCES pledge (id),
        sealed     {bytes} NOT NULL
      ) {strict}
      ;;
      CREATE INDEX pledge_tax_code_clear ON pledge (id) WHERE tax_code IS NOT NULL
      """,
    only: [
      .sqlite: """
      CREATE TRIGGER pledge_tax_code_inserted BEFORE INSERT ON pledge
      WHEN NEW.tax_code IS NOT NULL
      BEGIN SELECT RAISE(ABORT, 'a tax code is stored sealed'); END
      ;;
      CREATE TRIGGER pledge_tax_code_updated BEFORE UPDATE OF tax_code ON pledge
      WHEN NEW.tax_code IS NOT NULL
      BEGIN SELECT RAISE(ABORT, 'a tax code is stored sealed'); END
      """,
      .postgres: """
      CREATE FUNCTION refuse_clear_tax_code() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'a tax code is stored sealed' USING ERRCODE = 'check_violation';
      END
      $$
      ;;
      CREATE TRIGGER pledge_tax_code_sealed BEFORE INSERT OR UPDATE OF tax_code ON pledge
        FOR EACH ROW WHEN (NEW.tax_code IS NOT NULL) EXECUTE FUNCTION refuse_clear_tax_code()
      """,
    ])
}
