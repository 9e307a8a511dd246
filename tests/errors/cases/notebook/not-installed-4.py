# rule: notebook_imports.not_installed
# source: constructed
# says: %pip install tensorflow
# says: tensorflow
# %% fails
import tensorflow as tf
