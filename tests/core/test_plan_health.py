from rebound_desktop.core.plan_health import PlanHealth, plan_health


def test_a_company_with_most_of_the_plan_is_named() -> None:
    found = plan_health({"Contoso": 3, "Fabrikam": 1, "Tailspin": 1}, dated=4, minimum=3)
    assert found == PlanHealth(5, 4, "Contoso", 3, 0)


def test_half_is_not_most_and_two_are_too_few_to_tell() -> None:
    assert plan_health({"Contoso": 2, "Fabrikam": 2}, 0, 0).company == ""
    assert plan_health({"Contoso": 2}, 2, 3) == PlanHealth(2, 2, "", 0, 1)


def test_companies_without_a_name_are_not_one_company() -> None:
    assert plan_health({"": 4, "Contoso": 1}, 0, 0).company == ""


def test_an_empty_plan() -> None:
    assert plan_health({}, 0, 3) == PlanHealth(0, 0, "", 0, 3)
