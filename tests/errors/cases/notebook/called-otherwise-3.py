# rule: notebook_imports.called_otherwise
# source: constructed
# says: %pip install scikit\-image
# %% fails
import scikit_image
