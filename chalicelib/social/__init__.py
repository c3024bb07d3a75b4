"""What a store does on social media: campaign links, share cards, followers, broadcasts, posts."""
