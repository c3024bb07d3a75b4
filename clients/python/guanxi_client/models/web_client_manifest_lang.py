from typing import Literal

WebClientManifestLang = Literal["en", "zh"]

WEB_CLIENT_MANIFEST_LANG_VALUES: set[WebClientManifestLang] = {
    "en",
    "zh",
}


def check_web_client_manifest_lang(value: str) -> WebClientManifestLang:
    if value in WEB_CLIENT_MANIFEST_LANG_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {WEB_CLIENT_MANIFEST_LANG_VALUES!r}")
