#!/usr/bin/env bats
# What each command calls a figure is what every other calls it.

setup() {
    cd "$MEDFIN_SOURCE/tests/golden" || return 1
}

@test "a figure asked for by each asker in the same words is the same number: a project" {
    python3 askers.py --vary staff.projektledare.share='50 %' \
        ../../scenarios/jamtland-2021-2023/{project,antaganden}.ini
}

@test "the same of a network" {
    python3 askers.py --vary tariff.kommun.fixed='4 000 kr' ../../scenarios/sekom-2021/{project,antaganden}.ini
}

@test "the same of a member" {
    python3 askers.py --vary membership.own_hours=60 ../../scenarios/blekinge-medlemskap/{project,medlem}.ini
}

@test "the same of every kind of line and funder" {
    python3 askers.py --vary staff.lead.share='50 %' worked/full.ini
}
