# `cmake --install --component library`: libarrowquant, its header and what pkg-config says of them.
install(TARGETS arrowquant-lib LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT library)
install(FILES ${PROJECT_SOURCE_DIR}/core/table/arrowquant.h
    DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/arrowquant COMPONENT library)

# Found from where the file lies, so that the folder may be moved.
set(AQ_PKGCONFIG_DIR ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
file(RELATIVE_PATH AQ_PREFIX_FROM_PC /prefix/${AQ_PKGCONFIG_DIR} /prefix)
configure_file(${PROJECT_SOURCE_DIR}/packaging/linux/arrowquant.pc.in
    ${PROJECT_BINARY_DIR}/packaging/arrowquant.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/packaging/arrowquant.pc
    DESTINATION ${AQ_PKGCONFIG_DIR} COMPONENT library)
