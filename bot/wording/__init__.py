"""What the bot and what is read without it say alike: answers by age, moments, the file of all answers."""
