# rule: notebook_imports.only_there
# source: constructed
# says: google\.colab exists only on Google Colab; this notebook runs elsewhere\.
# says: google\.colab
# %% fails
from google.colab import drive
