#pragma once
#include "core/table/arrowquant.h"

#include <utility>

namespace aq {

/// Owns one struct of the Arrow C data interface: released when this goes, once.
template <typename T>
class COwner {
public:
    COwner() = default;
    /// Moves the struct out of `*source`, which is then marked as released.
    explicit COwner(T* source)
    {
        if (source)
            m_struct = std::exchange(*source, T{});
    }
    COwner(COwner&& other) noexcept
        : m_struct(std::exchange(other.m_struct, T{}))
    {
    }
    COwner& operator=(COwner&& other) noexcept
    {
        std::swap(m_struct, other.m_struct);
        return *this;
    }
    ~COwner()
    {
        if (m_struct.release)
            m_struct.release(&m_struct);
    }

    explicit operator bool() const { return m_struct.release; } ///< There is something.
    T* get() { return &m_struct; }                              ///< To be filled, or called.
    const T& operator*() const { return m_struct; }
    const T* operator->() const { return &m_struct; }
    T give() { return std::exchange(m_struct, T{}); } ///< To somebody who releases it.

private:
    T m_struct{};
};

using CSchema = COwner<ArrowSchema>;
using CArray = COwner<ArrowArray>;
using CStream = COwner<ArrowArrayStream>;

} // namespace aq
