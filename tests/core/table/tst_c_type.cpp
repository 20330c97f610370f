#include "core/table/c_type.h"
#include "tests/support/c_arrays.h"

#include <QTest>

using namespace aq;
using namespace aq::test;

namespace {

CArrayData typed(const char* format, std::vector<CArrayData> children = {})
{
    CArrayData array{.name = "x", .format = format};
    array.children = std::move(children);
    return array;
}

CArrayData encoded(const char* indices, const CArrayData& values)
{
    CArrayData array = typed(indices);
    array.dictionary = std::make_shared<CArrayData>(values);
    return array;
}

} // namespace

class CTypeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // The format strings of the Arrow C data interface, one by one.
    void everyFormatHasItsWord_data()
    {
        QTest::addColumn<CArrayData>("type");
        QTest::addColumn<QString>("text");
        const auto row = [](const CArrayData& type, const char* text) {
            QTest::newRow(text) << type << QString::fromUtf8(text);
        };
        const std::pair<const char*, const char*> plain[] = {{"n", "null"}, {"b", "bool"},
            {"c", "int8"}, {"C", "uint8"}, {"s", "int16"}, {"S", "uint16"}, {"i", "int32"},
            {"I", "uint32"}, {"l", "int64"}, {"L", "uint64"}, {"e", "float16"}, {"f", "float32"},
            {"g", "float64"}, {"z", "binary"}, {"Z", "large_binary"}, {"vz", "binary_view"},
            {"u", "utf8"}, {"U", "large_utf8"}, {"vu", "utf8_view"}, {"tdD", "date32[days]"},
            {"tdm", "date64[ms]"}, {"tts", "time32[s]"}, {"ttm", "time32[ms]"},
            {"ttu", "time64[us]"}, {"ttn", "time64[ns]"}, {"tDs", "duration[s]"},
            {"tDm", "duration[ms]"}, {"tDu", "duration[us]"}, {"tDn", "duration[ns]"},
            {"tiM", "interval[months]"}, {"tiD", "interval[days, ms]"},
            {"tin", "interval[months, days, ns]"}, {"d:19,10", "decimal128(19, 10)"},
            {"d:50,3,256", "decimal256(50, 3)"}, {"w:42", "fixed_size_binary[42]"},
            {"tss:", "timestamp[s]"}, {"tsm:UTC", "timestamp[ms, UTC]"},
            {"tsu:Europe/Berlin", "timestamp[us, Europe/Berlin]"}, {"tsn:", "timestamp[ns]"}};
        for (const auto& [format, text] : plain)
            row(typed(format), text);
        const CArrayData floats = typed("f"), bytes = typed("c");
        row(typed("+l", {bytes}), "list<int8>");
        row(typed("+L", {typed("u")}), "large_list<utf8>");
        row(typed("+vl", {floats}), "list_view<float32>");
        row(typed("+vL", {floats}), "large_list_view<float32>");
        row(typed("+w:16", {floats}), "fixed_size_list<float32>[16]");
        row(typed("+s", {bytes, typed("+l", {floats})}), "struct<int8, list<float32>>");
        row(typed("+s"), "struct");
        row(typed("+m", {typed("+s", {typed("u"), bytes})}), "map<struct<utf8, int8>>");
        row(typed("+ud:0,1", {bytes, floats}), "dense_union<int8, float32>");
        row(typed("+us:0,1", {bytes, floats}), "sparse_union<int8, float32>");
        row(typed("+r", {typed("i"), floats}), "run_end_encoded<int32, float32>");
        row(encoded("i", typed("u")), "dictionary<int32, utf8>");
        row(encoded("C", typed("+l", {bytes})), "dictionary<uint8, list<int8>>");
        row(typed("?"), "of unknown format \"?\"");
        row(typed("ff"), "of unknown format \"ff\"");
        row(typed(""), "of unknown format \"\"");
        row(typed("\n"), "of unknown format \"\\u000a\"");
    }
    void everyFormatHasItsWord()
    {
        QFETCH(CArrayData, type);
        ProducerCount count;
        ArrowSchema schema = schemaOf(type, count);
        QTEST(typeText(schema), "text");
        schema.release(&schema);
        QVERIFY(count.balanced());
    }

    void aTypeIsNeverLong()
    {
        CArrayData deep = typed("f");
        for (int level = 0; level < 200; ++level)
            deep = typed("+l", {deep});
        const CArrayData wide
            = typed("+s", std::vector<CArrayData>(900, typed("+s", {typed("u")})));
        const CArrayData zone = typed(("tsu:" + std::string(100000, 'x')).c_str());
        for (const CArrayData& type : {deep, wide, zone}) {
            ProducerCount count;
            ArrowSchema schema = schemaOf(type, count);
            const QString text = typeText(schema);
            QVERIFY2(text.size() <= 100 && text.contains(u'…'), qPrintable(text));
            schema.release(&schema);
        }
    }

    void typesThatAreReadAreKnown()
    {
        const auto typeOf = [](const CArrayData& type) {
            ProducerCount count;
            ArrowSchema schema = schemaOf(type, count);
            const CType found = aq::typeOf(schema);
            schema.release(&schema);
            return found;
        };
        QVERIFY(typeOf(typed("L")).isInteger() && typeOf(typed("L")).item == DType::U64);
        QVERIFY(typeOf(typed("e")).kind == CKind::Number && !typeOf(typed("e")).isInteger());
        QVERIFY(typeOf(typed("u")).kind == CKind::Utf8 && !typeOf(typed("u")).wide);
        QVERIFY(typeOf(typed("Z")).kind == CKind::Binary && typeOf(typed("Z")).wide);
        QVERIFY(typeOf(typed("vu")).kind == CKind::Utf8 && typeOf(typed("vu")).views);
        QVERIFY(typeOf(typed("vz")).kind == CKind::Other);
        QVERIFY(typeOf(typed("+s")).kind == CKind::Struct);
        QVERIFY(typeOf(typed("+l", {typed("f")})).kind == CKind::List);
        const CType fixed = typeOf(typed("+w:3", {typed("f")}));
        QVERIFY(fixed.kind == CKind::FixedList);
        QCOMPARE(fixed.width, 3);
        QCOMPARE(typeOf(typed("+w:0", {typed("f")})).width, 0);
        for (const char* format : {"+w:", "+w:-3", "+w:3 ", "+w:9223372036854775808", "+w:0x3"})
            QVERIFY2(typeOf(typed(format, {typed("f")})).kind == CKind::Other, format);
        QVERIFY(typeOf(typed("+l")).kind == CKind::Other);
        QVERIFY(typeOf(typed("+L", {typed("f"), typed("f")})).kind == CKind::Other);
    }
};

QTEST_GUILESS_MAIN(CTypeTest)
#include "tst_c_type.moc"
