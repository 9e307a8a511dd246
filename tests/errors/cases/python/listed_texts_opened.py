# rule: listings_joined.name_without_folder
# source: constructed
# says: open\(os\.path\.join\(place, page\)\)
# %% before
import os

place = "diary"
os.makedirs(place)
with open("diary/monday.txt", "w") as out:
    out.write("rain")
# %% fails
texts = [open(page).read() for page in os.listdir(place)]
# %% mended
texts = [open(os.path.join(place, page)).read() for page in os.listdir(place)]
