"""Who is let in at the deployed stage's door, and how fast it shuts behind somebody who is let go."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import re
import threading
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import uuid4

import httpx
import pytest
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa

import app as assembled
from demo.people import Person
from tests.conftest import Stack

PRIVATE = [one for routes in assembled.ROUTES for one in routes.operations if one.signed_in]
LIFETIME = 3_600


def somebody(stack: Stack, name: str) -> Person:
    """A new person, signed in."""
    return Person.at(stack.api_url, f"{name}-{uuid4().hex[:8]}@example.com", name).sign_up()


@pytest.fixture(scope="module")
def mei(stack: Stack) -> Person:
    return somebody(stack, "Mei")


@pytest.fixture(scope="module")
def pool_key(stack: Stack) -> rsa.RSAPrivateKey:
    """The key by which the stage's pool signs id tokens: by it a token is genuine but for what it says."""
    keys = stack.engine.home / "state" / "cognito-pool-keys"
    pem = (keys / f"{stack.deployment.user_pool_id}-id.pem").read_bytes()
    key = serialization.load_pem_private_key(pem, password=None)
    assert isinstance(key, rsa.RSAPrivateKey)
    return key


def encoded(value: Any) -> str:
    """A part of a token."""
    raw = value if isinstance(value, bytes) else json.dumps(value).encode()
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def parts(token: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """A token's header and claims."""
    header, claims = (json.loads(base64.urlsafe_b64decode(part + "==")) for part in token.split(".")[:2])
    return header, claims


def signed(header: Mapping[str, Any], claims: Mapping[str, Any], key: rsa.RSAPrivateKey) -> str:
    """A token signed by a key."""
    text = f"{encoded(header)}.{encoded(claims)}"
    return f"{text}.{encoded(key.sign(text.encode(), padding.PKCS1v15(), hashes.SHA256()))}"


def from_another_pool(stack: Stack) -> str:
    """The id token of somebody who is signed in at a user pool that isn't ours."""
    cognito = stack.client("cognito-idp")
    pool = cognito.create_user_pool(PoolName="foreign", UsernameAttributes=["email"])["UserPool"]["Id"]
    client = cognito.create_user_pool_client(
        UserPoolId=pool, ClientName="app", ExplicitAuthFlows=["ALLOW_USER_PASSWORD_AUTH"]
    )["UserPoolClient"]["ClientId"]
    email, password = "mei@example.com", "Guanxi-2026"
    attributes = [{"Name": "email", "Value": email}]
    cognito.sign_up(ClientId=client, Username=email, Password=password, UserAttributes=attributes)
    cognito.admin_confirm_sign_up(UserPoolId=pool, Username=email)
    given = {"USERNAME": email, "PASSWORD": password}
    session = cognito.initiate_auth(ClientId=client, AuthFlow="USER_PASSWORD_AUTH", AuthParameters=given)
    token: str = session["AuthenticationResult"]["IdToken"]
    return token


def asked(stack: Stack, token: str | None, method: str = "GET", path: str = "/me") -> httpx.Response:
    """The answer to a request with a token."""
    headers = {} if token is None else {"Authorization": token}
    return httpx.request(method, stack.api_url + path, headers=headers, timeout=60)


def is_refused(reply: httpx.Response) -> None:
    """A 401 that a client can read, in a browser too."""
    assert reply.status_code == 401, reply.text
    assert reply.headers["content-type"] == "application/problem+json"
    assert reply.headers["access-control-allow-origin"] == "*"
    assert (reply.json()["status"], reply.json()["code"]) == (401, "not_signed_in")


Forgery = Callable[[dict[str, Any], dict[str, Any], str, rsa.RSAPrivateKey], str]


def _of_another_key(header: Any, claims: Any, signature: str, key: rsa.RSAPrivateKey) -> str:
    return signed(header, claims, rsa.generate_private_key(public_exponent=65_537, key_size=2_048))


def _for_another_person(header: Any, claims: Any, signature: str, key: rsa.RSAPrivateKey) -> str:
    return f"{encoded(header)}.{encoded(claims | {'sub': str(uuid4())})}.{signature}"


def _of_no_algorithm(header: Any, claims: Any, signature: str, key: rsa.RSAPrivateKey) -> str:
    return f"{encoded(header | {'alg': 'none'})}.{encoded(claims)}."


def _of_no_algorithm_but_signed(header: Any, claims: Any, signature: str, key: rsa.RSAPrivateKey) -> str:
    return f"{encoded(header | {'alg': 'none'})}.{encoded(claims)}.{signature}"


def _by_the_public_key_as_a_secret(header: Any, claims: Any, signature: str, key: rsa.RSAPrivateKey) -> str:
    public = key.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    text = f"{encoded(header | {'alg': 'HS256'})}.{encoded(claims)}"
    return f"{text}.{encoded(hmac.digest(public, text.encode(), hashlib.sha256))}"


def _expired(header: Any, claims: Any, signature: str, key: rsa.RSAPrivateKey) -> str:
    past = int(time.time()) - 60
    return signed(header, claims | {"iat": past - LIFETIME, "exp": past}, key)


def _not_valid_yet(header: Any, claims: Any, signature: str, key: rsa.RSAPrivateKey) -> str:
    return signed(header, claims | {"nbf": int(time.time()) + 600}, key)


def _of_another_issuer(header: Any, claims: Any, signature: str, key: rsa.RSAPrivateKey) -> str:
    return signed(header, claims | {"iss": "https://accounts.example.com"}, key)


def _cut(header: Any, claims: Any, signature: str, key: rsa.RSAPrivateKey) -> str:
    return f"{encoded(header)}.{encoded(claims)}"


def _nonsense(header: Any, claims: Any, signature: str, key: rsa.RSAPrivateKey) -> str:
    return "nonsense"


FORGERIES: list[Forgery] = [
    _of_another_key,
    _for_another_person,
    _of_no_algorithm,
    _of_no_algorithm_but_signed,
    _by_the_public_key_as_a_secret,
    _expired,
    _not_valid_yet,
    _of_another_issuer,
    _cut,
    _nonsense,
]


class TestTokens:
    def test_that_are_genuine_are_let_in(
        self, stack: Stack, mei: Person, pool_key: rsa.RSAPrivateKey
    ) -> None:
        token = mei.tokens["id_token"]
        assert asked(stack, token).status_code == 200
        header, claims = parts(token)
        again = signed(header, claims | {"exp": int(time.time()) + LIFETIME}, pool_key)
        assert asked(stack, again).json() == asked(stack, token).json()

    @pytest.mark.parametrize("forge", FORGERIES, ids=lambda forge: forge.__name__.strip("_"))
    def test_that_are_forged_are_refused(
        self, stack: Stack, mei: Person, pool_key: rsa.RSAPrivateKey, forge: Forgery
    ) -> None:
        token = mei.tokens["id_token"]
        is_refused(asked(stack, forge(*parts(token), token.rpartition(".")[2], pool_key)))

    def test_of_a_foreign_pool_are_refused(self, stack: Stack) -> None:
        is_refused(asked(stack, from_another_pool(stack)))

    def test_that_are_for_cognito_itself_are_refused(self, stack: Stack, mei: Person) -> None:
        is_refused(asked(stack, mei.tokens["access_token"]))

    def test_are_demanded_by_every_private_route(
        self, stack: Stack, mei: Person, pool_key: rsa.RSAPrivateKey
    ) -> None:
        forged = _of_no_algorithm(*parts(mei.tokens["id_token"]), "", pool_key)
        for operation in PRIVATE:
            path = re.sub(r"{\w+}", "nothing", operation.path)
            for token in (None, forged):
                is_refused(asked(stack, token, operation.method, path))


class TestStaff:
    def test_works_from_the_acceptance_on_and_not_one_request_longer_than_she_may(self, stack: Stack) -> None:
        mei, wei = somebody(stack, "Mei"), somebody(stack, "Wei")
        store = mei.post("/stores", {"name": "Mei", "currency": "CNY", "time_zone": "Asia/Shanghai"})
        code = mei.post(f"/stores/{store['id']}/staff/invitations", {"role": "manager"})["code"]
        wei_id = wei.get("/me")["id"]
        path, staff = f"/my/stores/{store['id']}", f"/stores/{store['id']}/staff/{wei_id}"
        assert httpx.get(f"{stack.api_url}/invitations/{code}", timeout=60).json()["store_name"] == "Mei"
        assert wei.call("GET", path).status_code == 404

        wei.post(f"/invitations/{code}/accept")
        assert wei.call("PATCH", f"/stores/{store['id']}", {"about": "Wei was here"}).status_code == 200
        assert [one["person_id"] for one in mei.get(f"/stores/{store['id']}/staff")["items"]] == [wei_id]

        mei.patch(staff, {"role": "packer"})
        reply = wei.call("PATCH", f"/stores/{store['id']}", {"about": "and again"})
        assert (reply.status_code, reply.json()["code"]) == (403, "not_permitted")
        assert wei.call("GET", path).status_code == 200

        assert mei.call("DELETE", staff).status_code == 204
        for method, gone in (("GET", path), ("GET", f"/stores/{store['id']}/orders"), ("DELETE", staff)):
            reply = wei.call(method, gone)
            assert (reply.status_code, reply.json()["code"]) == (404, "store_not_found")
        assert wei.get("/my/workplaces")["items"] == []

    def test_is_whoever_was_first_of_those_who_accept_at_one_instant(self, stack: Stack, mei: Person) -> None:
        store = mei.post("/stores", {"name": "Race", "currency": "CNY", "time_zone": "Asia/Shanghai"})
        code = mei.post(f"/stores/{store['id']}/staff/invitations", {"role": "packer"})["code"]
        people = [somebody(stack, f"Racer{number}") for number in range(4)]
        gate = threading.Barrier(len(people))

        def accept(person: Person) -> httpx.Response:
            gate.wait()
            return person.call("POST", f"/invitations/{code}/accept")

        with ThreadPoolExecutor(len(people)) as pool:
            replies = list(pool.map(accept, people))

        assert sorted(reply.status_code for reply in replies) == [200, 409, 409, 409]
        assert {reply.json()["code"] for reply in replies if reply.status_code == 409} == {"invitation_used"}
        assert len(mei.get(f"/stores/{store['id']}/staff")["items"]) == 1
