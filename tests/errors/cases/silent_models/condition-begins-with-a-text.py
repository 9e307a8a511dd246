# notice: texts_alone.always_true
# source: constructed
# says: 'ragdoll'\s+stands\s+alone
# says: 'ragdoll'\s+in\s+file\s+or\s+'sphynx'\s+in\s+file\.
# %% before
import torch

files = ["ragdoll_1.jpg", "pug_3.jpg"]


# %% cell
def kind(file):
    if file.endswith(".jpg") and ("ragdoll" or "sphynx" in file):
        return "cat"
    return "dog"


kinds = [kind(one) for one in files]


# %% mended
def kind(file):
    if file.endswith(".jpg") and ("ragdoll" in file or "sphynx" in file):
        return "cat"
    return "dog"


kinds = [kind(one) for one in files]
