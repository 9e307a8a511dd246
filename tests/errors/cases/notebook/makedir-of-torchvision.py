# rule: torch_gone.import_gone
# source: constructed
# says: os\.makedirs
# %% fails
from torchvision.datasets.utils import download_url, makedir_exist_ok
# %% mended
from torchvision.datasets.utils import download_url
import os
def makedir_exist_ok(path):
    os.makedirs(path, exist_ok=True)
