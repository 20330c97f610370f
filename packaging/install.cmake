# `cmake --install`: both programs and what makes them part of a desktop, and the library.
include(GNUInstallDirs)
include(${CMAKE_CURRENT_LIST_DIR}/library.cmake)

install(TARGETS arrowquant arrowquant-cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES ${PROJECT_SOURCE_DIR}/packaging/linux/arrowquant.desktop
    DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${PROJECT_SOURCE_DIR}/packaging/linux/arrowquant.svg
    DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
install(FILES ${PROJECT_SOURCE_DIR}/packaging/linux/arrowquant-mime.xml
    DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages RENAME arrowquant.xml)
set(AQ_METAINFO arrowquant.metainfo.xml)
configure_file(${PROJECT_SOURCE_DIR}/packaging/linux/${AQ_METAINFO}
    ${PROJECT_BINARY_DIR}/packaging/${AQ_METAINFO} @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/packaging/${AQ_METAINFO}
    DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES ${PROJECT_SOURCE_DIR}/README.md ${PROJECT_SOURCE_DIR}/CHANGELOG.md
    DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME copyright)

# Manual pages are packed without a time, so that the same sources give the same package.
find_program(AQ_GZIP gzip)
if(AQ_GZIP)
    foreach(page arrowquant.1 arrowquant-cli.1)
        set(packed ${PROJECT_BINARY_DIR}/packaging/${page}.gz)
        add_custom_command(OUTPUT ${packed}
            COMMAND ${AQ_GZIP} -9nc ${PROJECT_SOURCE_DIR}/packaging/linux/${page} > ${packed}
            DEPENDS ${PROJECT_SOURCE_DIR}/packaging/linux/${page} VERBATIM)
        list(APPEND AQ_PAGES ${packed})
    endforeach()
    add_custom_target(manual_pages ALL DEPENDS ${AQ_PAGES})
    add_dependencies(arrowquant manual_pages)
    install(FILES ${AQ_PAGES} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
endif()

# `cpack` in the build folder: an archive, and a Debian package.
set(CPACK_GENERATOR TGZ DEB)
set(CPACK_PACKAGE_NAME arrowquant)
set(CPACK_PACKAGE_CONTACT "The ArrowQuant authors")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ
    GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS libqt6svg6) # Its icon plugin is loaded, not linked.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "upower, default-dbus-session-bus | dbus-session-bus")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
include(CPack)
