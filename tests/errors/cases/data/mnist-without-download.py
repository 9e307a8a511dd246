# rule: datasets.download_first
# source: constructed
# says: download=True
# %% before
import torchvision
# %% fails
ds = torchvision.datasets.MNIST('data', train=True)
