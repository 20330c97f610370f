#include "core/io/formats/gguf_types.h"

#include <array>

namespace aq {
namespace {

constexpr int guessed = 1024; ///< general.file_type where no number fits.

constexpr GgufType plain(std::uint32_t id, const char* name, DType dtype, int bytes, int fileType)
{
    return {id, name, 1, bytes, dtype, fileType, fileType};
}

constexpr GgufType blocks(
    std::uint32_t id, const char* name, int elements, int bytes, int fileType, int mixed = -1)
{
    return {id, name, elements, bytes, std::nullopt, fileType, mixed < 0 ? fileType : mixed};
}

constexpr std::array table{
    plain(0, "F32", DType::F32, 4, 0),
    plain(1, "F16", DType::F16, 2, 1),
    blocks(2, "Q4_0", 32, 18, 2),
    blocks(3, "Q4_1", 32, 20, 3),
    blocks(6, "Q5_0", 32, 22, 8),
    blocks(7, "Q5_1", 32, 24, 9),
    blocks(8, "Q8_0", 32, 34, 7),
    blocks(9, "Q8_1", 32, 36, guessed),
    blocks(10, "Q2_K", 256, 84, 10),
    blocks(11, "Q3_K", 256, 110, 11, 12),
    blocks(12, "Q4_K", 256, 144, 14, 15),
    blocks(13, "Q5_K", 256, 176, 16, 17),
    blocks(14, "Q6_K", 256, 210, 18),
    blocks(15, "Q8_K", 256, 292, guessed),
    blocks(16, "IQ2_XXS", 256, 66, 19),
    blocks(17, "IQ2_XS", 256, 74, 20),
    blocks(18, "IQ3_XXS", 256, 98, 23),
    blocks(19, "IQ1_S", 256, 50, 24),
    blocks(20, "IQ4_NL", 32, 18, 25),
    blocks(21, "IQ3_S", 256, 110, 26),
    blocks(22, "IQ2_S", 256, 82, 28),
    blocks(23, "IQ4_XS", 256, 136, 30),
    plain(24, "I8", DType::I8, 1, guessed),
    plain(25, "I16", DType::I16, 2, guessed),
    plain(26, "I32", DType::I32, 4, guessed),
    plain(27, "I64", DType::I64, 8, guessed),
    plain(28, "F64", DType::F64, 8, guessed),
    blocks(29, "IQ1_M", 256, 56, 31),
    plain(30, "BF16", DType::BF16, 2, 32),
    blocks(34, "TQ1_0", 256, 54, 36),
    blocks(35, "TQ2_0", 256, 66, 37),
    blocks(39, "MXFP4", 32, 17, guessed),
    blocks(40, "NVFP4", 64, 36, guessed),
    blocks(41, "Q1_0", 128, 18, guessed),
    blocks(42, "Q2_0", 64, 18, guessed),
};

struct FileTypeName {
    std::uint32_t id;
    const char* name;
};
constexpr std::array fileTypes{
    FileTypeName{0, "F32"},
    FileTypeName{1, "F16"},
    FileTypeName{2, "Q4_0"},
    FileTypeName{3, "Q4_1"},
    FileTypeName{7, "Q8_0"},
    FileTypeName{8, "Q5_0"},
    FileTypeName{9, "Q5_1"},
    FileTypeName{10, "Q2_K"},
    FileTypeName{11, "Q3_K_S"},
    FileTypeName{12, "Q3_K_M"},
    FileTypeName{13, "Q3_K_L"},
    FileTypeName{14, "Q4_K_S"},
    FileTypeName{15, "Q4_K_M"},
    FileTypeName{16, "Q5_K_S"},
    FileTypeName{17, "Q5_K_M"},
    FileTypeName{18, "Q6_K"},
    FileTypeName{19, "IQ2_XXS"},
    FileTypeName{20, "IQ2_XS"},
    FileTypeName{21, "Q2_K_S"},
    FileTypeName{22, "IQ3_XS"},
    FileTypeName{23, "IQ3_XXS"},
    FileTypeName{24, "IQ1_S"},
    FileTypeName{25, "IQ4_NL"},
    FileTypeName{26, "IQ3_S"},
    FileTypeName{27, "IQ3_M"},
    FileTypeName{28, "IQ2_S"},
    FileTypeName{29, "IQ2_M"},
    FileTypeName{30, "IQ4_XS"},
    FileTypeName{31, "IQ1_M"},
    FileTypeName{32, "BF16"},
    FileTypeName{36, "TQ1_0"},
    FileTypeName{37, "TQ2_0"},
};

} // namespace

std::span<const GgufType> ggufTypes() { return table; }

const GgufType* ggufTypeWithId(std::uint32_t id)
{
    for (const GgufType& type : table)
        if (type.id == id)
            return &type;
    return nullptr;
}

const GgufType* ggufTypeFor(DType dtype)
{
    for (const GgufType& type : table)
        if (type.dtype == dtype)
            return &type;
    return nullptr;
}

const GgufType* ggufTypeForScheme(QStringView scheme)
{
    for (const GgufType& type : table)
        if (scheme.compare(QLatin1StringView(type.name), Qt::CaseInsensitive) == 0)
            return &type;
    return nullptr;
}

QString schemeOf(const GgufType& type) { return QString::fromLatin1(type.name).toLower(); }

SchemeOptions ggufOptions(const GgufType& type)
{
    return {.groupSize = type.elements,
        .symmetry = Symmetry::Symmetric,
        .scaleType = ScaleType::F16,
        .zeroType = ZeroType::None,
        .search = Search::None};
}

QString ggufFileTypeName(std::uint32_t fileType)
{
    for (const FileTypeName& row : fileTypes)
        if (row.id == fileType)
            return QString::fromLatin1(row.name);
    return {};
}

} // namespace aq
