# rule: notebook_imports.not_installed
# source: constructed
# says: %pip install ddgs
# says: duckduckgo_search
# %% fails
import duckduckgo_search
