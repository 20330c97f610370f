#include "core/io/formats/arrow_frame.h"

#include "arrow_schema_generated.h"

#include <QtEndian>

namespace aq {
namespace {

using flatbuffers::Verifier;

Verifier verifierOf(Bytes metadata)
{
    return {reinterpret_cast<const std::uint8_t*>(metadata.data()), metadata.size()};
}

/// Of a message that goes on behind `head`: its root table, which lies at its start, and no more.
bool rootSaysSchema(Bytes head)
{
    using arrow::Message;
    const auto rootAt = qFromLittleEndian<quint32>(head.data());
    if (rootAt > head.size() - 8)
        return false;
    const auto* root = reinterpret_cast<const flatbuffers::Table*>(head.data() + rootAt);
    const Verifier verifier = verifierOf(head);
    return root->VerifyTableStart(const_cast<Verifier&>(verifier))
        && root->VerifyField<std::int16_t>(verifier, Message::VT_VERSION, 2)
        && root->VerifyField<std::uint8_t>(verifier, Message::VT_HEADER_TYPE, 1)
        && root->GetField<std::uint8_t>(Message::VT_HEADER_TYPE, 0)
        == std::uint8_t(arrow::MessageHeader::Schema)
        && root->GetField<std::int16_t>(Message::VT_VERSION, 0)
        <= std::int16_t(arrow::MetadataVersion::V5);
}

} // namespace

const arrow::Message* verifiedArrowMessage(Bytes metadata)
{
    Verifier verifier = verifierOf(metadata);
    return verifier.VerifyBuffer<arrow::Message>(nullptr)
        ? flatbuffers::GetRoot<arrow::Message>(metadata.data())
        : nullptr;
}

bool beginsAsArrowStream(Bytes head, std::int64_t size)
{
    constexpr std::size_t leastMessage = 16;
    if (head.size() < arrowPrefixBytes + leastMessage
        || qFromLittleEndian<quint32>(head.data()) != arrowMark)
        return false;
    const std::int64_t length = qFromLittleEndian<qint32>(head.data() + 4);
    if (length < std::int64_t(leastMessage) || length > size - arrowPrefixBytes)
        return false;
    const Bytes metadata = head.subspan(arrowPrefixBytes);
    if (length > std::int64_t(metadata.size()))
        return rootSaysSchema(metadata);
    const auto* message = verifiedArrowMessage(metadata.first(std::size_t(length)));
    return message && message->header_as_Schema();
}

} // namespace aq
