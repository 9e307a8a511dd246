# rule: python_spelling.bad_import
# source: constructed
# says: import my_module
# says: module
# %% fails
import my-module
