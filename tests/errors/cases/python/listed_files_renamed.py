# rule: listings_joined.name_without_folder
# source: constructed
# says: os\.rename\(os\.path\.join\('diary', page\), os\.path\.join\('diary', 'old_' \+ page\)\)
# %% before
import os

os.makedirs("diary")
with open("diary/monday.txt", "w") as out:
    out.write("rain")
# %% fails
for page in os.listdir("diary"):
    os.rename(page, "old_" + page)
# %% mended
for page in os.listdir("diary"):
    os.rename(os.path.join("diary", page), os.path.join("diary", "old_" + page))
