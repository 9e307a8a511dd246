# rule: notebook_imports.called_otherwise
# source: constructed
# says: %pip install opencv\-python
# %% fails
import opencv
