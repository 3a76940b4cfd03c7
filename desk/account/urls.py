"""The addresses of one's own account, under /desk/account/."""

from django.urls import path

from desk.account import pages, second_factor

urlpatterns = [
    path("", pages.account, name="account"),
    path("sign-out/", pages.leave, name="leave"),
    path("second-factor/", second_factor.setting_up, name="second_factor"),
    path("second-factor/begin/", second_factor.begin, name="second_factor_begin"),
    path("second-factor/qr.svg", second_factor.picture, name="second_factor_picture"),
    path("second-factor/confirm/", second_factor.confirm, name="second_factor_confirm"),
    path("code/", second_factor.code, name="code"),
    path("recovery-codes/", second_factor.renew, name="recovery_codes"),
    path("tokens/", pages.make, name="make_token"),
    path("tokens/<int:token>/revoke/", pages.revoke, name="revoke_token"),
]
