# rule: notebook_imports.misspelt_module
# source: constructed
# says: import requests
# %% fails
import reqests
# %% mended
import requests
