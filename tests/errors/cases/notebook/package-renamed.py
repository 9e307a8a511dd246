# rule: notebook_imports.called_otherwise
# source: constructed
# says: ddgs
# says: duckduckgo_search
# %% fails
import duckduckgo_search
