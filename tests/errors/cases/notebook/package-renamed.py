# rule: notebook_imports.called_otherwise
# source: https://github.com/fastai/fastbook/issues (the package was renamed)
# says: ddgs
# says: duckduckgo_search
# %% fails
import duckduckgo_search
