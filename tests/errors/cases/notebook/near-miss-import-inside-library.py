# rule: none
# source: constructed
# %% before
import importlib
# %% fails
importlib.import_module('no_such_package_at_all')
