# notice: none
# source: constructed
# %% before
import torch

name, given = "pug_3.jpg", ""
# %% cell
label = given or "unknown"
shown = (given or "none") == "none"
is_dog = "pug" in name or "boxer" in name
title = name == "x" and "yes" or "no"
kind = "dog" if "pug" in name and given == "" else "cat"
print("" or "empty", "cat" or "dog", "a" and "b")


def first(name):
    return name.strip() or "none"


while not is_dog or given:
    break
best = max(len(name), 3) or 5
if "pug" in (given or name):
    print(label)
assert name or given, "no name" or "nothing"
