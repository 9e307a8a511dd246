# rule: notebook_imports.not_installed
# source: constructed
# says: no_such_package_at_all
# says: %pip install
# %% before
import importlib
# %% fails
importlib.import_module('no_such_package_at_all')
